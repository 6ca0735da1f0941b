/**
 * How good forecasts and bets were, always with the number of observations and an interval.
 */
@NullMarked
package io.touchline.domain.measure;

import org.jspecify.annotations.NullMarked;
