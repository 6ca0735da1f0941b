/**
 * Prices of many bookmakers from The Odds API v4. It exists because it is the cheapest way to see many bookmakers at once. Every answer is the whole
 * state; what is published is what differs from the answer before.
 *
 * <p>Freshness: a price that did not change is published again when its bookmaker's {@code last_update} moved, so a quote's {@code observedAt} is always the
 * last time the vendor confirmed it, and a bookmaker that the vendor no longer reaches grows old by itself. What is gone from an answer is published once as
 * suspended.
 */
@NullMarked
package io.touchline.odds.connector.theoddsapi;

import org.jspecify.annotations.NullMarked;
