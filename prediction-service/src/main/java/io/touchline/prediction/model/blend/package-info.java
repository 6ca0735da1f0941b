/**
 * One opinion of many: weights learned on the past, one grid of scores, confidence and reasons.
 */
@NullMarked
package io.touchline.prediction.model.blend;

import org.jspecify.annotations.NullMarked;
