package io.touchline.ingest.publish;

import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;

/**
 * One match on its way to the topics and to Postgres.
 *
 * @param contentHash of everything the source says of it
 */
record Match(HistoryRow row, Fixture fixture, MatchResult result, String contentHash) {}
