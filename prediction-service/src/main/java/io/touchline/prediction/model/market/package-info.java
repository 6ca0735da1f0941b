/**
 * The market's own opinion as a model: fair probabilities by the consensus of the bookmakers.
 */
@NullMarked
package io.touchline.prediction.model.market;

import org.jspecify.annotations.NullMarked;
