package io.touchline.standalone.cut;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.SourceState;
import io.touchline.schema.ValueAlert;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.vendor.Fault;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformSettings;
import io.touchline.standalone.embedded.PortChoice;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import io.touchline.testkit.Await;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every vendor in turn is cut off for a while in the middle of a demonstration: no alert stands on its prices any longer than it may be silent, others go on, and after its return the
 * topics hold what happened, all of it and once.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class VendorCutIT {

    private static final Path ARCHIVE =
            Path.of("target/registry/apicurio-registry.tar.gz").toAbsolutePath();
    private static final Duration HEAD_START = Duration.ofDays(2);
    private static final double SPEED = 120;

    /** Real seconds; the league's minutes are twice as many. */
    private static final Duration CUT = Duration.ofSeconds(Integer.getInteger("touchline.cut-seconds", 6));

    private static final Duration STALENESS = Duration.ofSeconds((long) (3 * SPEED));

    /** What a busy machine may take until the word of a change is on the topic: five real seconds. */
    private static final Duration SLACK = Duration.ofSeconds((long) (5 * SPEED));

    private static final List<String> VENDORS = List.of("espn", "theoddsapi", "pinnacle", "betfair");

    /** A round begins soon, the next ones are priced meanwhile. */
    private static final LeaguePlan PLAN = new LeaguePlan(
            Duration.ofMinutes(40),
            Duration.ofMinutes(2),
            1,
            Duration.ofMinutes(150),
            Duration.ofDays(6),
            Duration.ofDays(5),
            Duration.ofHours(5));

    private final ScaledClock clock = ScaledClock.held(Instant.now().minus(HEAD_START), SPEED);

    @TempDir
    Path home;

    private record Cut(String vendor, Instant from, Instant downAt, Instant until) {}

    @Test
    void cutsInTurn_stopAlertsOfTheirSource_andLoseAndDoubleNothing() throws Exception {
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(PlatformSettings.anyPorts(home, ARCHIVE), line -> {})) {
            KafkaSettings kafka = new KafkaSettings(
                    platform.addresses().bootstrap(),
                    new HttpSchemaRegistry(URI.create(platform.addresses().registryUrl()), Duration.ofSeconds(30)),
                    Namespace.LIVE);
            TopicAdmin.createAll(kafka);
            ServiceSettings settings = ServiceSettings.live(
                            platform.addresses(),
                            home.resolve("services"),
                            PortChoice.any().resolve(""),
                            PortChoice.any().resolve(""))
                    .at(clock);
            try (DemoLeague league = DemoLeague.start(clock, 7, SPEED, PLAN);
                    Told told = new Told(kafka);
                    Services services = Services.start(
                            settings.with(league.properties()).with(limits()), EnumSet.allOf(Stage.class))) {
                clock.release();
                Await.until("alerts", Duration.ofMinutes(3), told.alerts::size, size -> size >= 1);
                List<Cut> cuts = new ArrayList<>();
                for (String vendor : VENDORS) {
                    cuts.add(cut(vendor, league, told));
                }
                List<Match> round = league.league()
                        .matchesBetween(
                                league.league().startAt(),
                                league.league().startAt().plus(PLAN.betweenRounds()));
                Await.until(
                        "the end of the first round",
                        Duration.ofMinutes(3),
                        () -> round.stream().allMatch(match -> isTold(match, league, told)),
                        Boolean.TRUE::equals);
                services.stopConnectors();
                Instant end = clock.instant();
                Await.until("everything under way", new Quiet(told)::isQuiet, Boolean.TRUE::equals);
                cuts.forEach(cut -> check(cut, told));
                check(league, told, round, end);
            }
        }
    }

    private static Map<String, String> limits() {
        Map<String, String> limits = new HashMap<>();
        VENDORS.forEach(vendor -> limits.put("touchline.sources.staleness." + vendor, STALENESS.toSeconds() + "s"));
        limits.put("alert.sources.silence", Duration.ofSeconds((long) (10 * SPEED)).toSeconds() + "s");
        return limits;
    }

    private Cut cut(String vendor, DemoLeague league, Told told) {
        for (String each : VENDORS) {
            Await.until(each + " to be up before the cut of " + vendor, () -> told.state(each), "UP"::equals);
        }
        Instant from = clock.instant();
        league.faults().set(vendor, Fault.CUT, CUT);
        Instant downAt = Await.until(
                        vendor + " to be down",
                        () -> told.sources.stream()
                                .filter(state -> state.getSource().equals(vendor)
                                        && state.getState().equals("DOWN")
                                        && state.getEmittedAt().isAfter(from))
                                .min(Comparator.comparing(SourceState::getEmittedAt))
                                .orElse(null),
                        state -> state != null)
                .getEmittedAt();
        Await.until("alerts of " + vendor + " to end", () -> told.openOf(vendor).isEmpty(), Boolean.TRUE::equals);
        Await.until(
                "prices of others while " + vendor + " is away",
                () -> told.oddsOfOthers(vendor, downAt, Instant.MAX),
                count -> count > 0);
        Await.until(vendor + " to be up again", () -> told.state(vendor), "UP"::equals);
        Instant until = told.sources.stream()
                .filter(state -> state.getSource().equals(vendor)
                        && state.getState().equals("UP")
                        && state.getEmittedAt().isAfter(downAt))
                .map(SourceState::getEmittedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        System.out.printf(
                "%s: down after %d s of the league, back after %d s%n",
                vendor,
                Duration.between(from, downAt).toSeconds(),
                Duration.between(from, until).toSeconds());
        return new Cut(vendor, from, downAt, until);
    }

    private static void check(Cut cut, Told told) {
        assertThat(Duration.between(cut.from(), cut.downAt()))
                .as("until " + cut.vendor() + " was told to be down")
                .isLessThanOrEqualTo(STALENESS.plus(SLACK));
        List<ValueAlert> opened = told.openedBetween(cut.vendor(), cut.downAt().plus(SLACK), cut.until());
        assertThat(opened).as("alerts of " + cut.vendor() + " while it was away").isEmpty();
    }

    private boolean isTold(Match match, DemoLeague league, Told told) {
        return league.league().viewAt(match, clock.instant()).phase() == Phase.FULL_TIME
                && told.results.stream()
                        .anyMatch(result -> result.getKickoffAt().equals(match.kickoffAt())
                                && result.getFixtureId()
                                        .endsWith(":"
                                                + io.touchline.domain.fixture.TeamId.fromName(
                                                        match.home().name())
                                                + ":"
                                                + io.touchline.domain.fixture.TeamId.fromName(
                                                        match.away().name())));
    }

    private static void check(DemoLeague demo, Told told, List<Match> round, Instant end) {
        AgainstTheLeague truth = new AgainstTheLeague(demo.league(), told);
        truth.checkCourses(round);
        truth.checkClosed(round);
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
        Market market = new Market(demo.league());
        List<Match> open = demo.league()
                .matchesBetween(
                        end.plus(Duration.ofMinutes(5)),
                        end.plus(PLAN.pricedAhead()).minus(Duration.ofMinutes(30)));
        int compared = 0;
        for (Match match : open) {
            compared += truth.checkPrices(market, match, since, end);
        }
        System.out.printf("%d prices of %d open matches are those of the league%n", compared, open.size());
        assertThat(compared).isGreaterThan(100);
    }

    /** Nothing new came since it was asked last, some times in a row. */
    private static final class Quiet {

        private static final int LOOKS = 100;

        private final Told told;
        private int size = -1;
        private int same;

        Quiet(Told told) {
            this.told = told;
        }

        Boolean isQuiet() {
            int now = told.size();
            same = now == size ? same + 1 : 0;
            size = now;
            return same >= LOOKS;
        }
    }
}
