/**
 * Prices of many bookmakers from The Odds API v4. It exists because it is the cheapest way to see many bookmakers at once. Every answer is the whole state of a
 * sport, and what is gone from it is withdrawn.
 *
 * <p>Freshness: a quote's {@code observedAt} is its market's {@code last_update}, the last time the vendor confirmed it, so a bookmaker that the vendor no longer
 * reaches grows old by itself.
 */
@NullMarked
package io.touchline.odds.connector.theoddsapi;

import org.jspecify.annotations.NullMarked;
