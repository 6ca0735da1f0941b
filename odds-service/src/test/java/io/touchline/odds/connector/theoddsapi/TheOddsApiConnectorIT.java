package io.touchline.odds.connector.theoddsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.CircuitBreaker;
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
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.vendor.Fault;
import io.touchline.simulator.vendor.Vendors;
import io.touchline.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server over a real socket. */
class TheOddsApiConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 120;
    private static final String WRONG_KEY = "a-secret-that-must-show-nowhere";

    private ScaledClock clock = new ScaledClock(START, SPEED);
    private final List<OddsSeen> updates = new CopyOnWriteArrayList<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    private TheOddsApiConnector connector(DemoLeague demo, String key) {
        return connector(demo.theOddsApiUrl(), League.COMPETITION, key);
    }

    private TheOddsApiConnector connector(URI url, String competition, String key) {
        return connector(clock, url, competition, key);
    }

    private TheOddsApiConnector connector(InstantSource clock, URI url, String competition, String key) {
        TheOddsApiProperties properties = new TheOddsApiProperties(
                key,
                url,
                List.of(competition),
                List.of("eu"),
                List.of("h2h", "totals", "spreads"),
                Duration.ofSeconds(30),
                6000,
                Duration.ofSeconds(15));
        Rejections rejected = new Rejections(clock, rejections::add);
        return new TheOddsApiConnector(
                properties,
                new Secret(key),
                ConnectorContext.of("odds", clock, new SimpleMeterRegistry()),
                new Intake(
                        new TheOddsApiVendor(),
                        new Intake.Parts(
                                ref -> new Resolution.Unmatched(
                                        RejectReason.UNKNOWN_FIXTURE, "nobody is asked", List.of()),
                                collecting(),
                                rejected,
                                Recorder.NONE,
                                IntakeCounts.NONE,
                                false)),
                rejected);
    }

    private Normaliser collecting() {
        return new Normaliser() {
            @Override
            public boolean reads(VendorEvent event) {
                return true;
            }

            @Override
            public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
                updates.add((OddsSeen) event);
            }

            @Override
            public void flush() {}
        };
    }

    @Test
    void pricesOfEveryBookmaker_throughCutsAndGarbage() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                TheOddsApiConnector connector = connector(demo, demo.theOddsApiKey())) {
            connector.start();
            Await.until("the first prices", updates::size, size -> size >= 20);
            for (Fault fault : List.of(
                    Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.RATE_LIMIT, Fault.CHANGED_FIELD)) {
                demo.faults().setNext("theoddsapi", fault, 1);
                long answers = demo.counts().oddsAnswers();
                Await.until("answers after " + fault, () -> demo.counts().oddsAnswers(), seen -> seen > answers + 1);
                int seen = updates.size();
                Await.until("prices after " + fault, updates::size, size -> size > seen);
            }
            Await.until(
                    "the source to be up", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
            assertThat(connector.health().report().quotaLeft()).isPositive();
        }
        Set<String> bookmakers = quotes().stream().map(Quote::getBookmaker).collect(Collectors.toSet());
        assertThat(bookmakers)
                .containsExactlyInAnyOrder(
                        "pinnacle",
                        "betfair-exchange-eu",
                        "marathonbet",
                        "unibet",
                        "william-hill",
                        "888sport",
                        "betsson",
                        "nordicbet");
        assertThat(updates).extracting(OddsSeen::scope).containsOnly("soccer_simulated_league");
        assertThat(updates).isSortedAccordingTo((one, other) -> one.observedAt().compareTo(other.observedAt()));
        List<Quote> lay = quotes().stream()
                .filter(quote -> quote.getBookmaker().equals("betfair-exchange-eu")
                        && quote.getMarket().equals("MATCH_RESULT"))
                .toList();
        assertThat(lay)
                .isNotEmpty()
                .allMatch(quote -> quote.getPrices().stream().allMatch(TheOddsApiConnectorIT::isExchangePrice));
        Set<String> reasons = rejections.stream().map(Rejection::getReason).collect(Collectors.toSet());
        assertThat(reasons)
                .contains("HTML_INSTEAD_OF_DATA", "MISSING_FIELD")
                .isSubsetOf("HTML_INSTEAD_OF_DATA", "MISSING_FIELD", "UNKNOWN_FIXTURE");
    }

    /** A page without a Date counts from its arrival, and the Date of the next answer has no fractions of a second. */
    @Test
    void anAnswerThatCannotBeUsed_makesTheNextNoOlder() throws Exception {
        InstantSource stopped = () -> START.plusMillis(900);
        try (DemoLeague demo = DemoLeague.start(stopped, 5, SPEED);
                TheOddsApiConnector connector =
                        connector(stopped, demo.theOddsApiUrl(), League.COMPETITION, demo.theOddsApiKey())) {
            demo.faults().setNext("theoddsapi", Fault.GARBAGE, 1);
            assertThatThrownBy(connector::fetch).isInstanceOf(PayloadChanged.class);
            assertThat(updates).isEmpty();
            connector.fetch();
            assertThat(updates).isNotEmpty();
            assertThat(rejections).extracting(Rejection::getReason).doesNotContain("OUT_OF_ORDER");
        }
    }

    @Test
    void aWrongKey_stopsTheSource_andShowsNowhere() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                TheOddsApiConnector connector = connector(demo, WRONG_KEY)) {
            connector.start();
            Await.until(
                    "the source to be down",
                    () -> connector.health().report().state(),
                    SourceHealth.State.DOWN::equals);
            assertThat(connector.health().report().problem())
                    .startsWith("status 401 from http")
                    .doesNotContain(WRONG_KEY);
            assertThat(updates).isEmpty();
        }
    }

    @Test
    void stopsBeforeTheCreditsAreUsedUp_andGoesOnAskingForNothing() throws Exception {
        clock = new ScaledClock(START, 100 * SPEED);
        League league = League.of(START, 5, LeaguePlan.demo());
        try (Vendors vendors = new Vendors(clock, league, "a-key", 10);
                TheOddsApiConnector connector = connector(vendors.theOddsApi(), League.COMPETITION, "a-key")) {
            connector.start();
            // three answers of three credits each, then a pause of an hour and a question that costs nothing, and so on
            Await.until("the answers and two questions more", vendors::theOddsApiAnswers, count -> count >= 5);
            assertThat(connector.health().report().quotaLeft()).isEqualTo(1);
            assertThat(connector.health().report().problem()).isEqualTo("a request costs 3 credits, and 1 are left");
            assertThat(connector.health().report().breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    private List<Quote> quotes() {
        return updates.stream().flatMap(update -> update.quotes().stream()).toList();
    }

    private static boolean isExchangePrice(Price price) {
        return price.getBackOdds() != null && price.getLayOdds() != null && price.getLayOdds() > price.getBackOdds();
    }
}
