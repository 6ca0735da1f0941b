/**
 * The services' processors, one behind the other, in one thread and without a broker. Exists so that history runs through the same code as live as fast as one core can, again
 * and again, with the order of everything given: what {@code lookahead-check}, {@code backtest} and {@code bench features} are made of.
 */
@NullMarked
package io.touchline.bench.path;

import org.jspecify.annotations.NullMarked;
