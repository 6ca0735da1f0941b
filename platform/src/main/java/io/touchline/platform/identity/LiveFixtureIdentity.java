package io.touchline.platform.identity;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureLink;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The matcher of a running service: fed from topics {@code fixtures} and {@code fixture_links}, so that a new link takes effect at once. */
public final class LiveFixtureIdentity implements FixtureIdentity, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFixtureIdentity.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final FixtureBook book = new FixtureBook();
    private final FixtureLinks links = new FixtureLinks();
    private final FixtureMatcher matcher;
    private final Set<String> announced = ConcurrentHashMap.newKeySet();
    private final TopicView view;

    /**
     * Starts nothing yet.
     *
     * @param name of the service, for people
     */
    public LiveFixtureIdentity(String name, TeamDirectory teams, KafkaSettings kafka, Rejections rejections) {
        this.matcher = new FixtureMatcher(teams, book, links);
        this.view = new TopicView(
                name + "-identity", kafka, List.of(Topics.FIXTURES, Topics.FIXTURE_LINKS), rejections, this::take);
    }

    /** Begins to read the topics. */
    public LiveFixtureIdentity start() {
        view.start();
        return this;
    }

    /** Returns when what was known at the start is here, or after a while without it. */
    @Override
    public void await() throws InterruptedException {
        if (!view.awaitCaughtUp(LONGEST_WAIT)) {
            LOG.warn("fixtures are matched without those known before, which could not be read: {}", view.problem());
        }
    }

    @Override
    public Resolution resolve(FixtureRef ref) {
        return matcher.resolve(ref);
    }

    /** Whether the topic has told of that fixture. */
    public boolean isAnnounced(FixtureId fixture) {
        return announced.contains(fixture.value());
    }

    /** What people linked; listen here to hear of new ones. */
    public FixtureLinks links() {
        return links;
    }

    /** The known fixtures. */
    public FixtureBook book() {
        return book;
    }

    @Override
    public void close() {
        view.close();
    }

    private void take(Received<?> received) {
        if (received.value() instanceof Fixture fixture) {
            book.take(fixture);
            announced.add(fixture.getFixtureId());
        } else if (received.value() instanceof FixtureLink link) {
            links.link(link.getSource(), link.getVendorId(), new FixtureId(link.getFixtureId()));
        } else if (received.value() == null && received.topic().equals(Topics.FIXTURE_LINKS)) {
            links.unlink(received.key());
        } else if (received.value() == null) {
            book.forget(received.key());
            announced.remove(received.key());
        }
    }
}
