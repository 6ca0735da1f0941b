package io.touchline.ingest.normalise;

import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Topics;
import java.time.Instant;

/** Puts them on their topics, at the time of the event. */
public final class TopicScoreFeed implements ScoreFeed {

    private final RecordSender sender;

    public TopicScoreFeed(RecordSender sender) {
        this.sender = sender;
    }

    @Override
    public void fixture(Fixture fixture, Instant at) {
        sender.send(Topics.FIXTURES, fixture.getFixtureId(), fixture, at);
    }

    @Override
    public void state(MatchState state) {
        sender.send(Topics.LIVE_SCORES, state.getFixtureId(), state, state.getObservedAt());
    }

    @Override
    public void result(MatchResult result, Instant at) {
        sender.send(Topics.MATCH_RESULTS, result.getFixtureId(), result, at);
    }

    @Override
    public void flush() {
        sender.flush();
    }
}
