/**
 * Ratings as models, each through an ordered logit: pi-ratings, which learn from goals, and a rating that learns from prices.
 */
@NullMarked
package io.touchline.prediction.model.rating;

import org.jspecify.annotations.NullMarked;
