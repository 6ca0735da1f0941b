package io.touchline.standalone.cut;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.alert.source.SourceStates;
import io.touchline.ingest.IngestVendors;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.odds.OddsVendors;
import io.touchline.odds.normalise.OddsNormaliser;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.health.SourceHealthSender;
import io.touchline.platform.health.Sources;
import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.identity.FixtureLinks;
import io.touchline.platform.identity.FixtureMatcher;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.Vendor;
import io.touchline.schema.Topics;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.vendor.Fault;
import io.touchline.standalone.ServiceConnectors;
import io.touchline.testkit.Await;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Every vendor of the demonstration is cut off in turn while its connectors read it: within its limit of silence its source is one whose prices no alert may stand on, the others go on,
 * and after its return the records hold what happened, all of it and once. From the vendors' sockets to the records, without a broker.
 */
@Timeout(300)
class VendorCutIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 120;

    /** Of the league; longer where it takes longer until everything was seen. */
    private static final Duration CUT = Duration.ofSeconds(60);

    /** Longer than any cut; each is ended by the test. */
    private static final Duration ENDLESS = Duration.ofHours(1);

    private static final Duration STALENESS = Duration.ofSeconds((long) (4 * SPEED));

    /** What a busy machine may take until a change is told: five real seconds. */
    private static final Duration SLACK = Duration.ofSeconds((long) (5 * SPEED));

    private static final List<String> VENDORS = List.of("espn", "theoddsapi", "pinnacle", "betfair");

    /** A round begins soon, the next ones are priced meanwhile. */
    private static final LeaguePlan PLAN = new LeaguePlan(
            Duration.ofMinutes(12),
            Duration.ofMinutes(2),
            1,
            Duration.ofMinutes(150),
            Duration.ofDays(6),
            Duration.ofDays(5),
            Duration.ofHours(5));

    private final ScaledClock clock = ScaledClock.held(START, SPEED);
    private final FixtureBook book = new FixtureBook();
    private final Told told = new Told(book);
    private final SourceStates trust = new SourceStates(clock, SLACK.multipliedBy(4));

    @Test
    void cutsInTurn_silenceTheirSource_andLoseAndDoubleNothing() throws IOException {
        // Avro builds records only after Topics has said which classes are ours
        Topics.list();
        try (DemoLeague league = DemoLeague.start(clock, 7, SPEED, PLAN)) {
            TeamDirectory teams = TeamDirectory.shippedWith(league.aliasFile());
            Rejections rejections = new Rejections(clock, rejection -> {});
            Normaliser scores =
                    new ScoreNormaliser(clock, told, rejections, teams, (source, known, seen, payload) -> {}, false);
            Normaliser odds = new OddsNormaliser(
                    clock,
                    told,
                    (source, known, update) -> {},
                    new OddsNormaliser.Settings(told::isAnnounced, Duration.ofHours(6), false));
            FixtureMatcher matcher = new FixtureMatcher(teams, book, new FixtureLinks());
            try (Service ingest = service(
                            ServiceConnectors.OfIngest.class,
                            league,
                            rejections,
                            new Intakes(matcher, scores, rejections, Recorder.NONE),
                            IngestVendors.list());
                    Service prices = service(
                            ServiceConnectors.OfOdds.class,
                            league,
                            rejections,
                            new Intakes(matcher, odds, rejections, Recorder.NONE),
                            OddsVendors.list())) {
                clock.release();
                Instant lastReturn = START;
                for (String vendor : VENDORS) {
                    lastReturn = cut(vendor, league);
                }
                AgainstTheLeague truth = new AgainstTheLeague(league.league(), told);
                List<Match> round = league.league()
                        .matchesBetween(
                                league.league().startAt(),
                                league.league().startAt().plus(PLAN.betweenRounds()));
                assertThat(round).hasSize(10);
                Await.until(
                        "the results",
                        () -> round.stream().filter(truth::hasResult).count(),
                        count -> count == 10);
                Await.until("the end of their prices", () -> truth.open(round), List::isEmpty);
                ingest.stop();
                prices.stop();
                check(league, truth, round, lastReturn);
            }
        }
    }

    /** Gives the moment of its return. */
    private Instant cut(String vendor, DemoLeague league) {
        for (String each : VENDORS) {
            Await.until(each + " to be up before the cut of " + vendor, () -> told.state(each), "UP"::equals);
        }
        assertThat(trust.downSince(vendor)).isNull();
        Instant from = clock.instant();
        league.faults().set(vendor, Fault.CUT, ENDLESS);
        Instant downAt =
                Await.until(vendor + " to be down", () -> told.since(vendor, "DOWN", from), Instant.MAX::isAfter);
        assertThat(Duration.between(from, downAt))
                .as("until " + vendor + " was told to be down")
                .isLessThanOrEqualTo(STALENESS.plus(SLACK));
        assertThat(trust.downSince(vendor)).isNotNull();
        Await.until(
                "prices of others while " + vendor + " is away",
                () -> told.oddsAfter(vendor, true, downAt),
                count -> count > 0);
        Await.until("the end of the cut", () -> clock.instant().isAfter(from.plus(CUT)));
        league.faults().clear();
        Instant back =
                Await.until(vendor + " to be back", () -> told.since(vendor, "UP", downAt), Instant.MAX::isAfter);
        Await.until(vendor + " to be trusted", () -> trust.downSince(vendor) == null);
        return back;
    }

    private void check(DemoLeague demo, AgainstTheLeague truth, List<Match> round, Instant lastReturn) {
        Instant end = clock.instant();
        truth.checkCourses(round);
        truth.checkNoPriceTwice();
        Map<String, Instant> since = new HashMap<>();
        for (String source : List.of("theoddsapi", "pinnacle")) {
            Instant newest = told.odds().stream()
                    .filter(update -> update.getSource().equals(source))
                    .map(update -> update.getReceivedAt())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            since.put(source, newest.minus(Duration.ofMinutes(3)));
        }
        List<Match> open = demo.league()
                .matchesBetween(
                        end.plus(Duration.ofMinutes(5)),
                        end.plus(PLAN.pricedAhead()).minus(Duration.ofMinutes(30)));
        assertThat(open).isNotEmpty();
        Market market = new Market(demo.league());
        int compared = 0;
        for (Match match : open) {
            compared += truth.checkPrices(market, match, since, end);
            truth.checkFresh("betfair", match, lastReturn);
        }
        assertThat(compared).isGreaterThan(100);
    }

    private Service service(
            Class<?> connectors,
            DemoLeague league,
            Rejections rejections,
            Intakes intakes,
            Collection<Vendor> vendors) {
        List<String> arguments = new ArrayList<>();
        league.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(connectors)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("spring.config.name=none", "spring.main.banner-mode=off")
                .initializers(each -> {
                    each.getBeanFactory().registerSingleton("clocks", new PlatformConfiguration.Clocks(clock));
                    each.getBeanFactory().registerSingleton("rejections", rejections);
                    each.getBeanFactory().registerSingleton("intakes", intakes);
                })
                .run(arguments.toArray(String[]::new));
        Sources sources = new Sources("test", clock, vendors);
        Map<String, Duration> limits = new HashMap<>();
        VENDORS.forEach(vendor -> limits.put(vendor, STALENESS));
        sources.allow(limits);
        context.getBeansOfType(Connector.class).values().forEach(sources::register);
        SourceHealthSender sender = new SourceHealthSender(
                        sources,
                        clock,
                        state -> {
                            told.sources.add(state);
                            trust.tell(state);
                        },
                        new Findings("test", clock, new SimpleMeterRegistry(), found -> {}))
                .start();
        return new Service(context, sender);
    }

    private record Service(ConfigurableApplicationContext context, SourceHealthSender sender) implements AutoCloseable {

        void stop() {
            sender.close();
            context.getBeansOfType(Connector.class).values().forEach(Connector::close);
        }

        @Override
        public void close() {
            sender.close();
            context.close();
        }
    }
}
