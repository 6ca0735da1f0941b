package io.touchline.bench.path;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import java.time.Instant;

/** Where history is told to: the topics with which a path begins. */
public interface HistoryTopics {

    /** A fixture was told. */
    void fixture(Fixture fixture, Instant at);

    /** A result was told. */
    void result(MatchResult result, Instant at);

    /** Prices were told. */
    void odds(OddsUpdate update, Instant at);
}
