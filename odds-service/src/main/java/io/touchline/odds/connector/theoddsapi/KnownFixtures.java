package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.Fixture;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All fixtures on the topic, by their sides. */
final class KnownFixtures implements FixtureLookup, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KnownFixtures.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Map<String, Map<FixtureId, Instant>> bySides = new ConcurrentHashMap<>();
    private final TopicView view;

    KnownFixtures(KafkaSettings kafka, Rejections rejections) {
        this.view = new TopicView("odds-fixtures", kafka, List.of(Topics.FIXTURES), rejections, this::take);
    }

    KnownFixtures start() {
        view.start();
        return this;
    }

    @Override
    public void await() throws InterruptedException {
        if (!view.awaitCaughtUp(LONGEST_WAIT)) {
            LOG.warn(
                    "prices are matched without the fixtures known before, which could not be read: {}",
                    view.problem());
        }
    }

    private void take(Received<?> received) {
        if (received.value() instanceof Fixture fixture) {
            bySides.computeIfAbsent(
                            sides(fixture.getCompetition(), fixture.getHomeTeam(), fixture.getAwayTeam()),
                            unused -> new ConcurrentHashMap<>())
                    .put(new FixtureId(fixture.getFixtureId()), fixture.getKickoffAt());
        }
    }

    @Override
    public Map<FixtureId, Instant> meetings(String competition, TeamId home, TeamId away) {
        return Map.copyOf(bySides.getOrDefault(sides(competition, home.value(), away.value()), Map.of()));
    }

    private static String sides(String competition, String home, String away) {
        return competition + ' ' + home + ' ' + away;
    }

    @Override
    public void close() {
        view.close();
    }
}
