/** This service's session of Sportradar's Unified Odds Feed: how matches stand. Its words and its connection are in {@code io.touchline.platform.sportradar}, shared by both services. */
@NullMarked
package io.touchline.ingest.connector.sportradar;

import org.jspecify.annotations.NullMarked;
