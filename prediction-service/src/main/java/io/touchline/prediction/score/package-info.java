/**
 * Scoring: vectors in, predictions out, each by the release that was valid at its time.
 */
@NullMarked
package io.touchline.prediction.score;

import org.jspecify.annotations.NullMarked;
