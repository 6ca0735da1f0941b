/**
 * The one door for people and programs: REST, live alerts, the web page.
 * <ul>
 * <li>Reads: {@link io.touchline.schema.Topics#FIXTURES}, {@link io.touchline.schema.Topics#LIVE_SCORES}, {@link io.touchline.schema.Topics#MATCH_RESULTS},
 * {@link io.touchline.schema.Topics#LIVE_ODDS}, {@link io.touchline.schema.Topics#MARKET_SNAPSHOTS}, {@link io.touchline.schema.Topics#FEATURE_VECTORS},
 * {@link io.touchline.schema.Topics#PREDICTIONS}, {@link io.touchline.schema.Topics#VALUE_ALERTS}, {@link io.touchline.schema.Topics#ALERT_OUTCOMES},
 * {@link io.touchline.schema.Topics#SOURCE_HEALTH}, {@link io.touchline.schema.Topics#QUALITY_FINDINGS}, {@link io.touchline.schema.Topics#REJECTIONS};
 * the alert stage's socket at {@code gateway.edge-url}
 * <li>Keeps: API keys (hashed); views in memory of the matches around now, bounded by {@code gateway.view}
 * <li>Reads and writes: {@link io.touchline.schema.Topics#FIXTURE_LINKS}, a person's word for which fixture a vendor means
 * </ul>
 */
@NullMarked
package io.touchline.gateway;

import org.jspecify.annotations.NullMarked;
