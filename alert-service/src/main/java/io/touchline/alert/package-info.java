/**
 * Tells which prices are worth more than they cost, follows each such alert to its grade, and publishes all of it on a socket.
 * <ul>
 * <li>Reads: {@link io.touchline.schema.Topics#PREDICTIONS}, {@link io.touchline.schema.Topics#LIVE_ODDS}, {@link io.touchline.schema.Topics#MARKET_SNAPSHOTS},
 * {@link io.touchline.schema.Topics#LIVE_SCORES}, {@link io.touchline.schema.Topics#MATCH_RESULTS},
 * {@link io.touchline.schema.Topics#SOURCE_HEALTH} (live state only)
 * <li>Keeps: {@code book-by-fixture}: latest prices, match, consensus and every alert of a fixture; {@code prediction-by-fixture}: the newest prediction; {@code deadline-by-fixture}: when an open
 * alert must be looked at again; the ledger's {@code bet-by-alert} and {@code bankroll}; schema {@code alert} in Postgres
 * <li>Writes: {@link io.touchline.schema.Topics#VALUE_ALERTS}, {@link io.touchline.schema.Topics#ALERT_OUTCOMES}
 * </ul>
 */
@NullMarked
package io.touchline.alert;

import org.jspecify.annotations.NullMarked;
