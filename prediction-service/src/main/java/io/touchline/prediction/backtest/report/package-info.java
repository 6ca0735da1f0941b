/**
 * What a backtest says of itself: measures of models and of bets with their intervals, as CSV, JSON, a page and a PDF.
 */
@NullMarked
package io.touchline.prediction.backtest.report;

import org.jspecify.annotations.NullMarked;
