/** This service's session of Sportradar's Unified Odds Feed: odds, suspensions and settlements. Its words and its connection are in {@code io.touchline.platform.sportradar}, shared by both services. */
@NullMarked
package io.touchline.odds.connector.sportradar;

import org.jspecify.annotations.NullMarked;
