/**
 * Turns a book of quotes into one fair price a market, because a single bookmaker's odds hold his margin and his opinion: the margin goes first, then the opinions are weighed.
 */
@NullMarked
package io.touchline.odds.consensus;

import org.jspecify.annotations.NullMarked;
