/**
 * Turns feature vectors into calibrated probabilities of every market, and learns from results once a week.
 *
 * <ul>
 *   <li>Reads: {@link io.touchline.schema.Topics#FEATURE_VECTORS}, {@link io.touchline.schema.Topics#MATCH_RESULTS}, {@link io.touchline.schema.Topics#MODELS}
 *   <li>Keeps: in memory the releases of the models and the training table, both read from the topics at start; no state store
 *   <li>Writes: {@link io.touchline.schema.Topics#PREDICTIONS}, {@link io.touchline.schema.Topics#MODELS}, {@link io.touchline.schema.Topics#REJECTIONS}
 * </ul>
 */
@NullMarked
package io.touchline.prediction;

import org.jspecify.annotations.NullMarked;
