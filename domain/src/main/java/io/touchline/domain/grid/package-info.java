/**
 * One distribution of the final score from which every market of a fixture is read, so that no two markets contradict each other.
 */
@NullMarked
package io.touchline.domain.grid;

import org.jspecify.annotations.NullMarked;
