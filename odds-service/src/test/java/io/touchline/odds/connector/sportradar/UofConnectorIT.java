package io.touchline.odds.connector.sportradar;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.sportradar.UofConnector;
import io.touchline.platform.sportradar.UofSettings;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.IntakeCounts;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.vendor.Fault;
import io.touchline.simulator.vendor.FaultBoard;
import io.touchline.simulator.vendor.SportradarServer;
import io.touchline.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The connector against the simulated feed: broker over TLS and API. The league's clock moves when the test says so. */
class UofConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String TOKEN = "a-token-that-must-show-nowhere";
    private static final Duration ALIVE_LIMIT = Duration.ofMinutes(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final FaultBoard faults = new FaultBoard();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    /** A session with what it was told. */
    private final class Session implements AutoCloseable {

        private final List<VendorEvent> events = new CopyOnWriteArrayList<>();
        private final UofConnector connector;

        Session(SportradarServer server, String token, int node) {
            this(server, token, node, UofSettings.Interest.ODDS);
        }

        Session(SportradarServer server, String token, int node, UofSettings.Interest interest) {
            UofSettings settings = new UofSettings(
                    new Secret(token),
                    server.brokerHost(),
                    server.brokerPort(),
                    server.truststore(),
                    server.truststorePassword(),
                    server.apiUrl(),
                    "en",
                    List.of("1", "3"),
                    List.of("1"),
                    interest,
                    node,
                    ALIVE_LIMIT,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofHours(1),
                    Duration.ofSeconds(5),
                    100,
                    Duration.ofSeconds(30));
            connector = new UofConnector(
                    settings,
                    ConnectorContext.of("odds", clock, new SimpleMeterRegistry()),
                    new Intake(
                            new SportradarVendor(),
                            new Intake.Parts(
                                    ref -> new Resolution.Unmatched(
                                            RejectReason.UNKNOWN_FIXTURE, "nobody is asked", List.of()),
                                    collecting(events),
                                    new Rejections(clock, rejections::add),
                                    Recorder.NONE,
                                    IntakeCounts.NONE,
                                    false)));
            connector.start();
        }

        /** What can be bet on and at which odds, by fixture, market and line. */
        Map<String, String> board() {
            Map<String, String> board = new TreeMap<>();
            for (VendorEvent event : events) {
                if (event instanceof OddsSeen odds) {
                    for (Quote quote : odds.quotes()) {
                        String key = odds.fixture().vendorId() + ' ' + quote.getMarket() + ' ' + quote.getLine();
                        board.put(
                                key,
                                quote.getSuspended()
                                        ? "suspended"
                                        : quote.getPrices().toString());
                    }
                }
            }
            return board;
        }

        long feeds(boolean healthy) {
            return events.stream()
                    .filter(event -> event instanceof FeedSeen feed && feed.healthy() == healthy)
                    .count();
        }

        long count(Class<? extends VendorEvent> kind) {
            return events.stream().filter(kind::isInstance).count();
        }

        Set<String> statuses() {
            return events.stream()
                    .filter(MatchSeen.class::isInstance)
                    .map(event -> ((MatchSeen) event).status())
                    .collect(Collectors.toSet());
        }

        /** The producers' clock when they were heard last. */
        Instant heard() {
            Instant told = connector.health().report().vendorTime();
            return told == null ? Instant.EPOCH : told;
        }

        boolean isUp() {
            return !events.isEmpty() && state() == SourceHealth.State.UP;
        }

        SourceHealth.State state() {
            return connector.health().report().state();
        }

        /** It has heard of the trouble and is over it. */
        void awaitRecovery(String what, long unhealthyBefore) {
            Await.until(what + ": the feed is told to be down", () -> feeds(false), count -> count > unhealthyBefore);
            Await.until(what + ": the feed is up again", this::isUp, up -> up);
        }

        @Override
        public void close() {
            connector.close();
        }
    }

    private static Normaliser collecting(List<VendorEvent> events) {
        return new Normaliser() {
            @Override
            public boolean reads(VendorEvent event) {
                return true;
            }

            @Override
            public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
                events.add(event);
            }

            @Override
            public void flush() {}
        };
    }

    private SportradarServer server() {
        League league = League.of(START, 5, LeaguePlan.demo());
        return SportradarServer.of(clock, league, new Market(league), faults, TOKEN, Duration.ofMillis(150));
    }

    private void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** What a session that has just begun is told by a whole recovery is the truth. */
    private void assertSameAsAfresh(SportradarServer server, Session session, int node, String what) {
        try (Session fresh = new Session(server, TOKEN, node)) {
            Await.until(what + ": a fresh session is up", fresh::isUp, up -> up);
            Await.until(
                    what + ": the same prices as a fresh session",
                    () -> session.board().equals(fresh.board()),
                    same -> same);
            assertThat(fresh.board().values()).anyMatch(each -> !each.equals("suspended"));
        }
    }

    @Test
    void nothingIsMissing_throughEveryFault() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try (SportradarServer server = server();
                Session session = new Session(server, TOKEN, 1)) {
            Await.until("the first recovery", session::isUp, up -> up);
            assertSameAsAfresh(server, session, 2, "at first");

            for (Fault fault : List.of(Fault.CUT, Fault.HALF, Fault.SERVER_ERROR)) {
                long before = session.feeds(false);
                faults.setNext("sportradar", fault, 1);
                advance(Duration.ofMinutes(3));
                session.awaitRecovery(fault.toString(), before);
            }
            assertSameAsAfresh(server, session, 3, "after cuts");

            long before = session.feeds(false);
            faults.set("sportradar", Fault.SILENCE, Duration.ofMinutes(5));
            advance(ALIVE_LIMIT.plusSeconds(1));
            Await.until("silence is told", () -> session.feeds(false), count -> count > before);
            assertThat(session.state()).isEqualTo(SourceHealth.State.DOWN);
            Await.until(
                    "all is suspended",
                    () -> session.board().values().stream().allMatch("suspended"::equals),
                    all -> all);
            faults.clear();
            session.awaitRecovery("silence", before);
            assertSameAsAfresh(server, session, 4, "after silence");

            int rejected = rejections.size();
            faults.setNext("sportradar", Fault.GARBAGE, 1);
            advance(Duration.ofMinutes(3));
            Await.until("the rejection", rejections::size, size -> size > rejected);
            int told = session.events.size();
            faults.setNext("sportradar", Fault.DUPLICATE, 5);
            advance(Duration.ofMinutes(3));
            assertSameAsAfresh(server, session, 5, "after garbage and duplicates");
            assertThat(session.events.subList(told, session.events.size()))
                    .filteredOn(OddsSeen.class::isInstance)
                    .doesNotHaveDuplicates();
            assertThat(rejections.subList(rejected, rejections.size()))
                    .extracting(Rejection::getReason)
                    .containsOnlyOnce(RejectReason.HTML_INSTEAD_OF_DATA.name());
            faults.setNext("sportradar", Fault.REORDER, 3);
            advance(Duration.ofMinutes(3));
            assertSameAsAfresh(server, session, 6, "after messages in the wrong order");

            assertThat(session.connector.health().report().problem()).isEmpty();
            assertThat(server.connections()).isGreaterThanOrEqualTo(8);
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(TOKEN));
        assertThat(rejections).noneMatch(each -> each.toString().contains(TOKEN));
    }

    @Test
    void aMatchFromKickoffToSettlement_inBothSessions() {
        try (SportradarServer server = server();
                Session odds = new Session(server, TOKEN, 1);
                Session scores = new Session(server, TOKEN, 2, UofSettings.Interest.SCORES)) {
            Await.until("both sessions are up", () -> odds.isUp() && scores.isUp(), up -> up);
            for (int i = 0; i < 24; i++) {
                Instant heard = odds.heard();
                advance(Duration.ofMinutes(9));
                Await.until("the next alive", odds::heard, at -> at.isAfter(heard));
                if (i == 9) {
                    assertSameAsAfresh(server, odds, 3, "while matches run");
                }
            }
            Await.until("the settlements", () -> odds.count(SettlementSeen.class), count -> count > 0);
            Await.until("the end in the scores", () -> scores.statuses().contains("FINISHED"), is -> is);
            assertThat(scores.statuses()).contains("IN_PLAY");
            assertThat(scores.count(SettlementSeen.class)).isZero();
            assertSameAsAfresh(server, odds, 4, "after the first round");
            assertThat(rejections).extracting(Rejection::getReason).containsOnly(RejectReason.UNKNOWN_FIXTURE.name());
        }
    }

    @Test
    void aRecording_isToldWhole(@TempDir Path folder) throws IOException {
        for (int i = 1; i <= 3; i++) {
            Files.writeString(
                    folder.resolve(i + ".xml"),
                    "<odds_change product=\"3\" event_id=\"sr:match:" + i + "\" timestamp=\"" + START.toEpochMilli()
                            + "\"><odds><market id=\"29\" status=\"1\"><outcome id=\"74\" odds=\"1." + i
                            + "\" active=\"1\"/><outcome id=\"76\" odds=\"2.1\" active=\"1\"/></market></odds></odds_change>");
        }
        try (SportradarServer server = SportradarServer.playing(folder, clock, faults, TOKEN, Duration.ofMillis(150));
                Session session = new Session(server, TOKEN, 1)) {
            Await.until("every message", () -> session.board().size(), size -> size == 3);
            assertThat(session.board().values()).noneMatch("suspended"::equals);
        }
    }

    @Test
    void aWrongToken_isToldWithoutIt() {
        String wrong = "another-token-that-must-show-nowhere";
        try (SportradarServer server = server();
                Session session = new Session(server, wrong, 1)) {
            Await.until("the refusal", session::state, SourceHealth.State.DOWN::equals);
            assertThat(session.connector.health().report().problem())
                    .contains("status 403")
                    .doesNotContain("must-show-nowhere");
        }
    }
}
