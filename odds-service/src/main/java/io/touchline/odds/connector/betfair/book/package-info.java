/**
 * Betfair's market books: its stream's messages read byte by byte and laid into ladders. It exists so that a whole exchange's changes can be followed on
 * one core; everything else that Betfair sends is read the usual way, in the package above. Prices and sizes are bare doubles: decimal odds and pounds.
 */
@NullMarked
package io.touchline.odds.connector.betfair.book;

import org.jspecify.annotations.NullMarked;
