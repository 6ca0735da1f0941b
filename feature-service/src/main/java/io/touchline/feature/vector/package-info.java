/**
 * From events to vectors: the team part of each scheduled fixture, then the whole vector at each price. Exists to keep what accumulates (results, ratings), which runs
 * exactly-once by association, apart from the hot path by fixture, which keeps last values only.
 */
@NullMarked
package io.touchline.feature.vector;

import org.jspecify.annotations.NullMarked;
