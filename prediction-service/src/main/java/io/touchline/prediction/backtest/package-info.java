/**
 * The walk through history with the same model classes as in service, and the report of how good it was.
 */
@NullMarked
package io.touchline.prediction.backtest;

import org.jspecify.annotations.NullMarked;
