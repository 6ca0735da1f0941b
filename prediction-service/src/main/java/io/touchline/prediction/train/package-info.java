/**
 * Learning from what the topics hold: the training table, the weekly moments, the walk through time, the release.
 */
@NullMarked
package io.touchline.prediction.train;

import org.jspecify.annotations.NullMarked;
