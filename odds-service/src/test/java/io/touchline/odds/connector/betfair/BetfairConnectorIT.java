package io.touchline.odds.connector.betfair;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.ScaledClock;
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
import io.touchline.schema.Rejection;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.vendor.BetfairServer;
import io.touchline.simulator.vendor.Fault;
import io.touchline.simulator.vendor.FaultBoard;
import io.touchline.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the simulated exchange: login, catalogue, and the stream over TLS. */
class BetfairConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 120;
    private static final BetfairServer.Account ACCOUNT =
            new BetfairServer.Account("app-key", "somebody", "a secret & that-must-show-nowhere");

    private final ScaledClock clock = new ScaledClock(START, SPEED);
    private final FaultBoard faults = new FaultBoard();
    private final List<OddsSeen> odds = new CopyOnWriteArrayList<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    private BetfairServer server() {
        League league = League.of(START, 5, LeaguePlan.demo());
        return BetfairServer.of(clock, league, new Market(league), faults, ACCOUNT);
    }

    private BetfairConnector connector(BetfairServer server, String password) {
        BetfairProperties properties = new BetfairProperties(
                ACCOUNT.appKey(),
                ACCOUNT.user(),
                password,
                null,
                null,
                URI.create(server.restUrl().toString()),
                URI.create(server.restUrl().toString()),
                URI.create(server.restUrl().toString()),
                server.streamHost(),
                server.streamPort(),
                server.truststore(),
                server.truststorePassword(),
                List.of("1"),
                List.of("MATCH_ODDS", "ASIAN_HANDICAP", "OVER_UNDER_25", "BOTH_TEAMS_TO_SCORE"),
                List.of(),
                List.of(),
                Duration.ofHours(48),
                200,
                List.of("EX_BEST_OFFERS", "EX_LTP", "EX_TRADED_VOL", "EX_MARKET_DEF"),
                3,
                Duration.ofSeconds(5),
                Duration.ZERO,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                600,
                Duration.ofSeconds(30));
        Rejections rejected = new Rejections(clock, rejections::add);
        return new BetfairConnector(
                properties,
                new BetfairSession.Account(
                        new Secret(ACCOUNT.appKey()), new Secret(ACCOUNT.user()), new Secret(password)),
                ConnectorContext.of("odds", clock, new SimpleMeterRegistry()),
                new Intake(
                        new BetfairVendor(),
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
                return event instanceof OddsSeen;
            }

            @Override
            public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
                odds.add((OddsSeen) event);
            }

            @Override
            public void flush() {}
        };
    }

    private static SourceHealth.State state(BetfairConnector connector) {
        return connector.health().report().state();
    }

    @Test
    void prices_throughEveryFault() {
        try (BetfairServer server = server();
                BetfairConnector connector = connector(server, ACCOUNT.password())) {
            connector.start();
            Await.until("the first prices", odds::size, size -> size >= 5);
            for (Fault fault : List.of(
                    Fault.CUT,
                    Fault.HALF,
                    Fault.GARBAGE,
                    Fault.CHANGED_FIELD,
                    Fault.SERVER_ERROR,
                    Fault.DUPLICATE,
                    Fault.REORDER)) {
                faults.setNext("betfair", fault, 1);
                Instant ordered = clock.instant();
                Await.until(
                        "prices from after " + fault,
                        () -> odds.getLast().observedAt(),
                        latest -> latest.isAfter(ordered.plusSeconds(300)));
                Await.until("the source to be up", () -> state(connector), SourceHealth.State.UP::equals);
            }
            faults.setNext("betfair", Fault.RATE_LIMIT, 1);
            faults.setNext("betfair", Fault.CUT, 1);
            Instant limited = clock.instant();
            Await.until(
                    "prices after a limit",
                    () -> odds.getLast().observedAt(),
                    latest -> latest.isAfter(limited.plusSeconds(300)));
            assertThat(server.connections()).isGreaterThan(3);
        }
        assertThat(odds.stream()
                        .flatMap(each -> each.quotes().stream())
                        .map(quote -> quote.getBookmaker() + ' ' + quote.getMarket())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        "betfair-exchange MATCH_RESULT",
                        "betfair-exchange ASIAN_HANDICAP",
                        "betfair-exchange TOTAL_GOALS",
                        "betfair-exchange BOTH_TEAMS_TO_SCORE"));
        assertThat(odds).allSatisfy(each -> {
            assertThat(each.fixture().sport()).isEqualTo("soccer");
            assertThat(Objects.requireNonNull(each.fixture().home()).name()).isNotBlank();
        });
    }

    @Test
    void aWrongPassword_isToldWithoutIt() {
        String wrong = "another secret-that-must-show-nowhere";
        try (BetfairServer server = server();
                BetfairConnector connector = connector(server, wrong)) {
            connector.start();
            Await.until("the refusal", () -> state(connector), SourceHealth.State.DOWN::equals);
            assertThat(connector.health().report().problem())
                    .contains("INVALID_USERNAME_OR_PASSWORD")
                    .doesNotContain("must-show-nowhere");
        }
        assertThat(rejections).allSatisfy(each -> assertThat(each.toString()).doesNotContain("must-show-nowhere"));
    }
}
