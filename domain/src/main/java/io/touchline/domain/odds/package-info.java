/**
 * Prices and probabilities with their ranges: decimal odds, overround, edge and arbitrage.
 */
@NullMarked
package io.touchline.domain.odds;

import org.jspecify.annotations.NullMarked;
