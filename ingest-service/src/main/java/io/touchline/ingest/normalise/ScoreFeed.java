package io.touchline.ingest.normalise;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import java.time.Instant;

/** Where fixtures, states and results of matches go: the topics in service, lists in tests. */
public interface ScoreFeed {

    /** A fixture that is new or has changed. */
    void fixture(Fixture fixture, Instant at);

    /** A match as it stands, with what caused it. */
    void state(MatchState state);

    /** How a match ended. */
    void result(MatchResult result, Instant at);

    /** Returns when everything is where it belongs. */
    void flush();
}
