package io.touchline.ingest.connector.espn;

import io.touchline.ingest.normalise.ScoreFeed;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that a connector published, in order. */
final class Collected implements ScoreFeed {

    final List<Fixture> fixtures = new CopyOnWriteArrayList<>();
    final List<MatchState> states = new CopyOnWriteArrayList<>();
    final List<MatchResult> results = new CopyOnWriteArrayList<>();
    final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    @Override
    public void fixture(Fixture fixture, Instant at) {
        fixtures.add(fixture);
    }

    @Override
    public void state(MatchState state) {
        states.add(state);
    }

    @Override
    public void result(MatchResult result, Instant at) {
        results.add(result);
    }

    @Override
    public void flush() {}

    List<String> reasons() {
        return rejections.stream().map(Rejection::getReason).toList();
    }

    /** {@code 23 GOAL HOME 1-0}, one a state. */
    List<String> course(String fixtureId) {
        return states.stream()
                .filter(state -> state.getFixtureId().equals(fixtureId))
                .map(Collected::line)
                .toList();
    }

    private static String line(MatchState state) {
        String score = state.getHomeGoals() + "-" + state.getAwayGoals();
        if (state.getEvent() == null) {
            return state.getMinute() + " " + score;
        }
        String side =
                state.getEvent().getSide() == null ? "" : " " + state.getEvent().getSide();
        return state.getEvent().getMinute() + " " + state.getEvent().getType() + side + " " + score;
    }
}
