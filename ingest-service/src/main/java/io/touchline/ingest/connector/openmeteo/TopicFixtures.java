package io.touchline.ingest.connector.openmeteo;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.Fixture;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fixtures to come as topic {@code fixtures} tells them: scheduled, at a known hour, on the home side's own ground. */
final class TopicFixtures implements UpcomingFixtures, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFixtures.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Map<String, Upcoming> upcoming = new ConcurrentHashMap<>();
    private final TopicView view;

    /** Starts nothing yet. */
    TopicFixtures(KafkaSettings kafka, Rejections rejections) {
        this.view = new TopicView("ingest-weather", kafka, List.of(Topics.FIXTURES), rejections, this::take);
    }

    /** Begins to read the topic. */
    TopicFixtures start() {
        view.start();
        return this;
    }

    @Override
    public void await() throws InterruptedException {
        if (!view.awaitCaughtUp(LONGEST_WAIT)) {
            LOG.warn("the weather is asked without all fixtures, which could not be read: {}", view.problem());
        }
    }

    @Override
    public List<Upcoming> between(Instant from, Instant to) {
        upcoming.values().removeIf(fixture -> fixture.kickoffAt().isBefore(from));
        return upcoming.values().stream()
                .filter(fixture -> !fixture.kickoffAt().isAfter(to))
                .sorted(Comparator.comparing(Upcoming::kickoffAt).thenComparing(Upcoming::fixtureId))
                .toList();
    }

    private void take(Received<?> received) {
        if (received.value() instanceof Fixture fixture && isWanted(fixture)) {
            upcoming.put(
                    fixture.getFixtureId(),
                    new Upcoming(
                            fixture.getFixtureId(),
                            fixture.getCompetition(),
                            fixture.getHomeTeam(),
                            fixture.getHomeName(),
                            fixture.getAwayName(),
                            fixture.getKickoffAt()));
        } else if (received.value() instanceof Fixture fixture) {
            upcoming.remove(fixture.getFixtureId());
        } else {
            upcoming.remove(received.key());
        }
    }

    private static boolean isWanted(Fixture fixture) {
        return fixture.getStatus().equals("SCHEDULED") && fixture.getKickoffKnown() && !fixture.getNeutral();
    }

    @Override
    public void close() {
        view.close();
    }
}
