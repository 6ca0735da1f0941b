/**
 * The difference of Elo ratings as a model: an ordered logit.
 */
@NullMarked
package io.touchline.prediction.model.elo;

import org.jspecify.annotations.NullMarked;
