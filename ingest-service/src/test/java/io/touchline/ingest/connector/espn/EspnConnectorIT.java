package io.touchline.ingest.connector.espn;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.schema.MatchResult;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Fault;
import io.touchline.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server over a real socket, through everything that can go wrong between them. */
class EspnConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 600;

    @Test
    void everyMatchOfTheRound_asItTrulyWas_throughCutsAndGarbage() throws Exception {
        ScaledClock clock = new ScaledClock(START, SPEED);
        Collected collected = new Collected();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED)) {
            Map<String, String> told = demo.properties();
            EspnProperties properties = new EspnProperties(
                    true,
                    URI.create(told.get("ingest.connectors.espn.base-url")),
                    List.of(told.get("ingest.connectors.espn.leagues")),
                    Duration.ofSeconds(120),
                    Duration.ofDays(1),
                    LocalDate.parse(told.get("ingest.connectors.espn.history-from")),
                    true,
                    6000,
                    Duration.ofSeconds(15));
            try (EspnConnector connector = new EspnConnector(
                    properties,
                    ConnectorContext.of("ingest", clock, meters),
                    collected.intake(TeamDirectory.shippedWith(demo.aliasFile()), clock),
                    collected.rejections(clock))) {
                connector.start();
                Await.until("last season's results", collected.results::size, size -> size >= 380);
                for (Fault fault : List.of(Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.DUPLICATE)) {
                    demo.faults().setNext("espn", fault, 1);
                    long before = demo.counts().scoreAnswers();
                    Await.until("answers after " + fault, () -> demo.counts().scoreAnswers(), seen -> seen > before);
                    Await.until(
                            "the source to be up after " + fault,
                            () -> connector.health().report().state(),
                            SourceHealth.State.UP::equals);
                }
                List<Match> round = demo.league().matchesBetween(START, START.plus(Duration.ofHours(2)));
                Await.until(
                        "the first round's results",
                        () -> results(collected).keySet().containsAll(ids(round)),
                        Boolean.TRUE::equals);
                for (Match match : round) {
                    compare(demo, match, results(collected).get(id(match)));
                    assertThat(collected.course(id(match)).getFirst()).isEqualTo("0 KICKOFF 0-0");
                    assertThat(collected.course(id(match)).getLast()).contains("FULL_TIME");
                    assertThat(collected.course(id(match)).stream().filter(line -> line.contains("FULL_TIME")))
                            .hasSize(1);
                }
                assertThat(collected.reasons()).containsOnlyOnce("HTML_INSTEAD_OF_DATA");
                assertThat(meters.get("ingest.payloads").tag("result", "failed").counters().stream()
                                .mapToDouble(each -> each.count())
                                .sum())
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static Map<String, MatchResult> results(Collected collected) {
        return collected.results.stream()
                .collect(Collectors.toMap(MatchResult::getFixtureId, Function.identity(), (first, second) -> second));
    }

    private static void compare(DemoLeague demo, Match match, MatchResult result) {
        MatchView end = demo.league().viewAt(match, match.kickoffAt().plus(Duration.ofHours(3)));
        assertThat(result.getHomeGoals()).isEqualTo(end.goals(true));
        assertThat(result.getAwayGoals()).isEqualTo(end.goals(false));
        assertThat(result.getHome().getShots()).isEqualTo(end.shots(true));
        assertThat(result.getAway().getShotsOnTarget()).isEqualTo(end.shotsOnTarget(false));
        assertThat(result.getKickoffAt()).isEqualTo(match.kickoffAt());
        assertThat(result.getResultAt())
                .isBetween(
                        match.kickoffAt().plusSeconds(100 * 60),
                        match.kickoffAt().plus(Duration.ofHours(12)));
        assertThat(LocalDate.ofInstant(result.getKickoffAt(), ZoneOffset.UTC).getYear())
                .isEqualTo(2026);
    }

    private static List<String> ids(List<Match> round) {
        return round.stream().map(EspnConnectorIT::id).toList();
    }

    private static String id(Match match) {
        return "soccer:sim.1:2026-27:" + TeamId.fromName(match.home().name()) + ":"
                + TeamId.fromName(match.away().name());
    }
}
