package io.touchline.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.RatingSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchState;
import io.touchline.schema.Rejection;
import io.touchline.schema.Shot;
import io.touchline.schema.SquadNews;
import io.touchline.schema.TeamStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreNormaliserTest {

    private static final Instant KICKOFF = Instant.parse("2026-03-01T15:00:00Z");
    private static final SourceDescriptor TRUSTED = source("trusted", 1);
    private static final SourceDescriptor OTHER = source("other", 2);

    private final List<Normalised> told = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final ScoreNormaliser normaliser = new ScoreNormaliser(
            () -> KICKOFF,
            new Outlet() {
                @Override
                public void accept(Normalised event) {
                    told.add(event);
                }

                @Override
                public void flush() {}
            },
            new Rejections(() -> KICKOFF, rejections::add),
            TeamDirectory.shipped(),
            (source, known, seen, payload) -> {},
            false);

    @Test
    void twoSources_oneGoalEach_isToldOnce_byTheTrustedOne() {
        seen(TRUSTED, 600, 0, 0);
        seen(OTHER, 610, 0, 0);
        seen(OTHER, 620, 1, 0);
        seen(TRUSTED, 625, 1, 0);
        seen(OTHER, 630, 1, 0);

        assertThat(types()).containsOnlyOnce("GOAL");
        assertThat(states()).extracting(MatchState::getSource).containsOnly("trusted");
    }

    @Test
    void theNextSourceTakesOver_whereTheTrustedOneFallsSilent_andRepeatsNothing() {
        seen(TRUSTED, 600, 1, 0);
        seen(OTHER, 605, 1, 0);
        seen(OTHER, 700, 2, 0);
        seen(TRUSTED, 705, 2, 0);

        assertThat(types().stream().filter("GOAL"::equals)).hasSize(2);
        assertThat(states().getLast().getHomeGoals()).isEqualTo(2);
    }

    @Test
    void aGoalTakenBack_isTold() {
        seen(TRUSTED, 600, 1, 0);
        seen(TRUSTED, 660, 0, 0);

        assertThat(types()).contains("GOAL", "GOAL_CANCELLED");
    }

    @Test
    void aPayloadWithoutScore_takesNoGoalBack() {
        seen(TRUSTED, 600, 1, 0);
        take(TRUSTED, match("trusted", 660, null, List.of(), new Facts("Molineux", false, "A. Taylor")));

        assertThat(types()).doesNotContain("GOAL_CANCELLED");
        assertThat(fixtures().getLast().getReferee()).isEqualTo("A. Taylor");
    }

    @Test
    void fixture_hasTheIdsOfAllVendors_andFactsOfTheTrusted() {
        take(OTHER, match("other", 0, null, List.of(), new Facts("Somewhere", false, "B. Else")));
        take(TRUSTED, match("trusted", 1, null, List.of(), new Facts("Molineux", false, null)));

        Fixture fixture = fixtures().getLast();
        assertThat(fixture.getVendorIds()).containsEntry("trusted", "trusted-1").containsEntry("other", "other-1");
        assertThat(fixture.getVenue()).isEqualTo("Molineux");
        assertThat(fixture.getReferee()).isEqualTo("B. Else");
    }

    @Test
    void weather_joinsTheFixture_once() {
        take(TRUSTED, match("trusted", 0, null, List.of(), Facts.NONE));
        weather(7.5);
        weather(7.5);
        weather(8.0);

        assertThat(fixtures())
                .extracting(fixture -> fixture.getWeather() == null
                        ? null
                        : fixture.getWeather().getTemperatureC())
                .containsExactly(null, 7.5, 8.0);
    }

    @Test
    void shots_onceEach_revisedOnesAgain() {
        shot("s1", 0.31);
        shot("s1", 0.31);
        shot("s2", 0.05);
        shot("s1", 0.35);

        assertThat(told)
                .extracting(event -> ((Shot) event.value()).getShotId() + " " + ((Shot) event.value()).getXg())
                .containsExactly("s1 0.31", "s2 0.05", "s1 0.35");
    }

    @Test
    void ratings_ofKnownTeamsBecomeNews_othersAreRejected() {
        rate("ENG", "Arsenal");
        rate("ENG", "Nobody Town");

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().value()).isInstanceOf(SquadNews.class);
        assertThat(rejections).extracting(Rejection::getReason).containsExactly("UNKNOWN_TEAM");
    }

    @Test
    void pointsOfBasketball_areABoardAndNoGoals() {
        FixtureRef ref = ref("trusted", "basketball");
        Known known = new Known(ref, null);
        normaliser.take(TRUSTED, known, basketball(ref, 0, 0), payload(60));
        normaliser.take(TRUSTED, known, basketball(ref, 12, 9), payload(120));

        assertThat(types()).doesNotContain("GOAL");
        assertThat(states().getLast().getHomeGoals()).isEqualTo(12);
    }

    private void seen(SourceDescriptor source, int second, int home, int away) {
        List<MatchEvent> goals = new ArrayList<>();
        for (int i = 0; i < home; i++) {
            goals.add(MatchEvent.newBuilder()
                    .setType("GOAL")
                    .setSide("HOME")
                    .setMinute(i + 1)
                    .build());
        }
        take(source, match(source.name(), second, new Goals(home, away), goals, Facts.NONE));
    }

    private void take(SourceDescriptor source, MatchSeen seen) {
        normaliser.take(
                source,
                known(seen.fixture()),
                seen,
                payload(Duration.between(KICKOFF, seen.observedAt()).toSeconds()));
    }

    private void weather(double degrees) {
        FixtureRef ref = ref("sky", "soccer");
        normaliser.take(source("sky", 9), known(ref), new WeatherSeen(ref, KICKOFF, degrees, 0.0, 12.0), payload(0));
    }

    private void shot(String id, double xg) {
        FixtureRef ref = ref("trusted", "soccer");
        Shot shot = Shot.newBuilder()
                .setFixtureId("")
                .setShotId(id)
                .setSide("HOME")
                .setMinute(10)
                .setXg(xg)
                .setResult("SAVED")
                .setSource("")
                .setObservedAt(KICKOFF)
                .setReceivedAt(KICKOFF)
                .setEmittedAt(KICKOFF)
                .build();
        normaliser.take(TRUSTED, known(ref), new ShotSeen(ref, KICKOFF, shot), payload(0));
    }

    private void rate(String country, String team) {
        normaliser.take(
                TRUSTED, null, new RatingSeen(KICKOFF, country, TeamRef.of(team), 1800, null, null), payload(0));
    }

    private static MatchSeen match(
            String source, int second, @Nullable Goals goals, List<MatchEvent> incidents, Facts facts) {
        return new MatchSeen(
                ref(source, "soccer"),
                KICKOFF.plusSeconds(second),
                second < 60 ? "SCHEDULED" : "IN_PLAY",
                second < 60 ? null : "FIRST_HALF",
                second < 60 ? null : second / 60,
                goals,
                incidents,
                goals != null,
                TeamStatistics.newBuilder().build(),
                TeamStatistics.newBuilder().build(),
                null,
                facts,
                null);
    }

    private static MatchSeen basketball(FixtureRef ref, int home, int away) {
        return new MatchSeen(
                ref,
                KICKOFF,
                "IN_PLAY",
                "PERIOD_1",
                null,
                new Goals(home, away),
                List.of(),
                false,
                TeamStatistics.newBuilder().build(),
                TeamStatistics.newBuilder().build(),
                null,
                Facts.NONE,
                null);
    }

    private static FixtureRef ref(String source, String sport) {
        return new FixtureRef(
                source,
                source + "-1",
                sport,
                "eng.1",
                null,
                null,
                null,
                TeamRef.of("Wolves"),
                TeamRef.of("Arsenal"),
                KICKOFF,
                true,
                null);
    }

    private static Known known(FixtureRef ref) {
        return new Known(
                ref,
                new Matched(
                        new FixtureId("soccer:eng.1:2025-26:wolves:arsenal"),
                        Competitions.get("eng.1"),
                        new Season(2025, false),
                        new Team("soccer/ENG", new TeamId("wolves"), "Wolves", List.of()),
                        new Team("soccer/ENG", new TeamId("arsenal"), "Arsenal", List.of()),
                        1));
    }

    private static Payload payload(long second) {
        Instant at = KICKOFF.plusSeconds(second);
        return new Payload(new byte[0], at, at, "test");
    }

    private static SourceDescriptor source(String name, int trust) {
        return new SourceDescriptor(
                name, name, List.of("ingest"), List.of("soccer"), "", "", "", "", "", Duration.ofSeconds(30), trust);
    }

    private List<String> types() {
        return told.stream().map(Normalised::type).toList();
    }

    private List<MatchState> states() {
        return told.stream()
                .map(Normalised::value)
                .filter(MatchState.class::isInstance)
                .map(MatchState.class::cast)
                .toList();
    }

    private List<Fixture> fixtures() {
        return told.stream()
                .map(Normalised::value)
                .filter(Fixture.class::isInstance)
                .map(Fixture.class::cast)
                .toList();
    }
}
