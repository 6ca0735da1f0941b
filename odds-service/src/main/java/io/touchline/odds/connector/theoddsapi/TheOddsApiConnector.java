package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorWire;
import io.touchline.schema.OddsUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Asks The Odds API for every competition, round after round, and publishes what changed. Stops asking when the credits are used up; an answer older than the
 * one before it, by the vendor's own clock, is rejected.
 */
final class TheOddsApiConnector extends Connector {

    /** Credits come back with the next month, or when somebody buys more; the vendor does not say when. */
    private static final Duration PAUSE_WITHOUT_CREDITS = Duration.ofHours(1);

    private final TheOddsApiProperties properties;
    private final InstantSource clock;
    private final OddsApiClient client;
    private final OddsApiAdapter adapter;
    private final OddsChanges changes = new OddsChanges();
    private final OddsFeed feed;
    private final Rejections rejections;
    private final FixtureLookup fixtures;
    private final Map<String, Instant> newest = new HashMap<>();
    private final Map<FixtureId, Instant> waitingSince = new HashMap<>();
    private final Map<String, String> sports = new HashMap<>();

    /** Throws {@link IllegalArgumentException} where a competition is not one that the vendor has. */
    TheOddsApiConnector(
            TheOddsApiProperties properties,
            Secret key,
            ConnectorContext context,
            TeamDirectory teams,
            FixtureLookup fixtures,
            Rejections rejections,
            OddsFeed feed) {
        super(OddsApiAdapter.SOURCE, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.client = new OddsApiClient(
                properties,
                key,
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)));
        this.adapter = new OddsApiAdapter(teams, fixtures, rejections, clock);
        this.rejections = rejections;
        this.fixtures = fixtures;
        this.feed = feed;
        for (String competition : properties.competitions()) {
            sports.put(
                    competition,
                    OddsApiNames.sport(competition)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "odds.connectors.theoddsapi.competitions: The Odds API has no " + competition)));
        }
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        fixtures.await();
        for (String competition : properties.competitions()) {
            VendorAnswer answer = client.odds(sports.getOrDefault(competition, ""));
            health().vendorTime(answer.vendorTime());
            OptionalLong left = answer.number("x-requests-remaining");
            left.ifPresent(health()::quotaLeft);
            if (!answer.unchanged()) {
                publish(competition, answer);
            }
            if (left.isPresent() && left.getAsLong() <= 0) {
                throw new RateLimited("all credits are used", PAUSE_WITHOUT_CREDITS);
            }
        }
    }

    private void publish(String competition, VendorAnswer answer) throws VendorException {
        Instant observedAt =
                answer.vendorTime().isAfter(answer.receivedAt()) ? answer.receivedAt() : answer.vendorTime();
        Instant before = newest.get(competition);
        if (before != null && observedAt.isBefore(before)) {
            rejections.reject(
                    OddsApiAdapter.SOURCE,
                    RejectReason.OUT_OF_ORDER,
                    "an answer of " + observedAt + " after one of " + before,
                    answer.location(),
                    null);
            count("rejected", RejectReason.OUT_OF_ORDER.name());
            return;
        }
        newest.put(competition, observedAt);
        List<OddsUpdate> whole = adapter.read(
                answer.body(), new OddsApiAdapter.Arrival(observedAt, answer.receivedAt(), answer.location()));
        List<OddsUpdate> announced =
                whole.stream().filter(update -> isAnnounced(update, observedAt)).toList();
        List<OddsUpdate> updates = changes.of(competition, announced, observedAt, answer.receivedAt(), clock.instant());
        updates.forEach(feed::update);
        feed.flush();
        count(updates.isEmpty() ? "unchanged" : "ok", "none");
    }

    /** Whether the fixture is known, or has been waited for long enough. */
    private boolean isAnnounced(OddsUpdate update, Instant now) {
        FixtureId id = new FixtureId(update.getFixtureId());
        if (fixtures.meetings(id.competition(), id.home(), id.away()).containsKey(id)) {
            waitingSince.remove(id);
            return true;
        }
        Instant since = waitingSince.computeIfAbsent(id, unused -> now);
        return !now.isBefore(since.plus(properties.fixtureWait()));
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
