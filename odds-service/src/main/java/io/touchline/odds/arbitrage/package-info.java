/**
 * Finds bets that win whatever happens, because they show that a price is wrong or late before any model does.
 */
@NullMarked
package io.touchline.odds.arbitrage;

import org.jspecify.annotations.NullMarked;
