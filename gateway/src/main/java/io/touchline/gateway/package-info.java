/**
 * The one door for people and programs: REST, live alerts, the web page.
 * <ul>
 * <li>Reads: {@link io.touchline.schema.Topics#FIXTURES}, {@link io.touchline.schema.Topics#LIVE_SCORES}, {@link io.touchline.schema.Topics#MATCH_RESULTS},
 * {@link io.touchline.schema.Topics#LIVE_ODDS}, {@link io.touchline.schema.Topics#MARKET_SNAPSHOTS}, {@link io.touchline.schema.Topics#FEATURE_VECTORS},
 * {@link io.touchline.schema.Topics#PREDICTIONS}, {@link io.touchline.schema.Topics#VALUE_ALERTS}, {@link io.touchline.schema.Topics#ALERT_OUTCOMES};
 * the alert stage's socket at {@code gateway.edge-url}
 * <li>Keeps: API keys (hashed); views in memory of the matches around now, bounded by {@code gateway.view}
 * <li>Writes: nothing
 * </ul>
 */
@NullMarked
package io.touchline.gateway;

import org.jspecify.annotations.NullMarked;
