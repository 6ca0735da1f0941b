package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.MadeLeague.Event;
import io.touchline.feature.MadeLeague.Match;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What came wrong and was put right ends in the same vectors as what came right the first time; what cannot be is rejected by name. */
class BadInputTest {

    private static final Instant EVER = Instant.EPOCH;

    private final MadeLeague league = new MadeLeague(17, 6, 1);
    private final List<Event> events = league.events();

    @Test
    void aCorrectedResult_endsAsIfItHadComeRight() {
        Match match = league.matches().get(9);
        Instant corrected = match.result().getResultAt().plusSeconds(600);
        MatchResult wrong = MatchResult.newBuilder(match.result())
                .setHomeGoals(match.result().getHomeGoals() + 3)
                .setAwayGoals(match.result().getAwayGoals() + 1)
                .build();
        List<Event> input = new ArrayList<>(events);
        input.replaceAll(event -> event.value() == match.result() ? with(event, wrong) : event);
        input.add(new Event(corrected, match.result().getFixtureId(), match.result()));
        assertThat(vectors(sorted(input), corrected)).isEqualTo(vectors(events, corrected));
        assertThat(vectors(sorted(input), corrected)).hasSizeGreaterThan(60);
    }

    @Test
    void aResultUnderTheWrongTeam_putRight_leavesNoTrace() {
        Match match = league.matches().get(12);
        MatchResult wrong = MatchResult.newBuilder(match.result())
                .setHomeTeam("nobody")
                .setSeason("2014-15")
                .build();
        Instant corrected = match.result().getResultAt().plusSeconds(600);
        List<Event> input = new ArrayList<>(events);
        input.replaceAll(event -> event.value() == match.result() ? with(event, wrong) : event);
        input.add(new Event(corrected, match.result().getFixtureId(), match.result()));
        assertThat(vectors(sorted(input), corrected)).isEqualTo(vectors(events, corrected));
    }

    @Test
    void aMatchThatMovesAfterItsOddsWereSeen_hasTheClosingVectorOfTheRightKickoff() {
        Match match = league.matches().get(20);
        Instant told = match.fixture().getObservedAt();
        for (Duration moved : List.of(Duration.ofHours(-5), Duration.ofHours(3), Duration.ofDays(1))) {
            Instant kickoff = match.fixture().getKickoffAt().minus(moved);
            Instant moving = told.plus(Duration.ofHours(6));
            Fixture wrong =
                    Fixture.newBuilder(match.fixture()).setKickoffAt(kickoff).build();
            MarketSnapshot opening = MarketSnapshot.newBuilder(match.opening())
                    .setKickoffAt(kickoff)
                    .build();
            Fixture right =
                    Fixture.newBuilder(match.fixture()).setObservedAt(moving).build();
            List<Event> input = new ArrayList<>(events);
            input.replaceAll(event -> event.value() == match.fixture()
                    ? with(event, wrong)
                    : event.value() == match.opening() ? with(event, opening) : event);
            input.add(new Event(moving, match.fixture().getFixtureId(), right));
            assertThat(vectors(sorted(input), moving)).as("moved by %s", moved).isEqualTo(vectors(events, moving));
        }
    }

    @Test
    void anUnknownKickoff_isReplacedByTheKnownOne() {
        Match match = league.matches().get(25);
        Instant known = match.fixture().getObservedAt().plus(Duration.ofHours(20));
        Instant usual = match.fixture().getKickoffAt().plus(Duration.ofHours(2));
        Fixture unknown = Fixture.newBuilder(match.fixture())
                .setKickoffAt(usual)
                .setKickoffKnown(false)
                .build();
        Fixture told = Fixture.newBuilder(match.fixture()).setObservedAt(known).build();
        List<Event> input = new ArrayList<>(events);
        input.replaceAll(event -> event.value() == match.fixture() ? with(event, unknown) : event);
        input.add(new Event(known, match.fixture().getFixtureId(), told));
        assertThat(vectors(sorted(input), known)).isEqualTo(vectors(events, known));
    }

    @Test
    void aTeamThatChangesLeague_takesItsFormAlong_andBeginsTheTableAnew() {
        // a1 of the first division plays its last match in the second
        Match last = league.matches().stream()
                .filter(match -> match.fixture().getHomeTeam().equals("a1"))
                .reduce((one, other) -> other)
                .orElseThrow();
        UnaryOperator<String> id = competition -> last.fixture().getFixtureId().replace("eng.1", competition);
        Fixture fixture = Fixture.newBuilder(last.fixture())
                .setFixtureId(id.apply("eng.2"))
                .setCompetition("eng.2")
                .build();
        MarketSnapshot closing = MarketSnapshot.newBuilder(last.closing())
                .setFixtureId(id.apply("eng.2"))
                .setCompetition("eng.2")
                .build();
        List<Event> input = new ArrayList<>(events);
        input.removeIf(event -> event.fixtureId().equals(last.fixture().getFixtureId()));
        input.add(new Event(fixture.getObservedAt(), fixture.getFixtureId(), fixture));
        input.add(new Event(closing.getAsOf(), fixture.getFixtureId(), closing));
        FeatureVector there = only(sorted(input), fixture.getFixtureId());
        FeatureVector here = only(events, last.fixture().getFixtureId());
        for (String same : List.of("elo_home", "form_points_5_home", "pi_rating_home", "momentum_win_streak_home")) {
            assertThat(FeatureCatalogue.value(there, same)).as(same).isEqualTo(FeatureCatalogue.value(here, same));
        }
        assertThat(FeatureCatalogue.value(there, "fatigue_season_matches_home")).isZero();
        assertThat(FeatureCatalogue.value(there, "tactical_table_position_home"))
                .isNaN();
        assertThat(FeatureCatalogue.value(here, "fatigue_season_matches_home")).isPositive();
    }

    @Test
    void twoMatchesOfATeamAtOneTime_countBoth_whateverTheirOrder() {
        Match one = league.matches().get(6);
        String otherId = "soccer:eng.1:2015-16:" + one.fixture().getHomeTeam() + ":guest";
        MatchResult other = MatchResult.newBuilder(one.result())
                .setFixtureId(otherId)
                .setAwayTeam("guest")
                .setHomeGoals(2)
                .setAwayGoals(0)
                .build();
        Fixture otherFixture = Fixture.newBuilder(one.fixture())
                .setFixtureId(otherId)
                .setAwayTeam("guest")
                .build();
        Event fixture = new Event(otherFixture.getObservedAt(), otherId, otherFixture);
        Event result = new Event(other.getResultAt(), otherId, other);
        List<Event> after = new ArrayList<>(events);
        after.add(fixture);
        after.add(result);
        after.sort(Comparator.comparing(Event::at));
        List<Event> before = new ArrayList<>(List.of(fixture, result));
        before.addAll(events);
        before.sort(Comparator.comparing(Event::at));
        Map<String, String> vectors = vectors(after, EVER);
        assertThat(vectors).isEqualTo(vectors(before, EVER)).isNotEqualTo(vectors(events, EVER));
        FeatureVector next = next(after, one);
        assertThat(FeatureCatalogue.value(next, "fatigue_season_matches_" + sideOf(next, one)))
                .isEqualTo(
                        FeatureCatalogue.value(next(events, one), "fatigue_season_matches_" + sideOf(next, one)) + 1);
    }

    @Test
    void rejects_aResultOfAMatchThatHasNotBegun_byName() {
        Match match = league.matches().get(30);
        MatchResult early = MatchResult.newBuilder(match.result())
                .setResultAt(match.result().getKickoffAt().minusSeconds(60))
                .build();
        List<Event> input = new ArrayList<>(events);
        input.addFirst(new Event(early.getResultAt(), early.getFixtureId(), early));
        try (Pipeline pipeline = new Pipeline().publish(sorted(input))) {
            assertThat(pipeline.rejected)
                    .singleElement()
                    .satisfies(rejection -> assertThat(rejection.getReason()).isEqualTo("CONTRADICTORY_RESULT"));
        }
        assertThat(vectors(sorted(input), EVER)).isEqualTo(vectors(events, EVER));
    }

    /** It would be the newest result for good, and no fixture would come next any more. */
    @Test
    void rejects_aResultFromTheFuture_byName_andGoesOn() {
        Match match = league.matches().get(5);
        MatchResult future = MatchResult.newBuilder(match.result())
                .setFixtureId("soccer:eng.1:2015-16:x:y")
                .setHomeTeam("x")
                .setAwayTeam("y")
                .setKickoffAt(Pipeline.WRITTEN.plus(Duration.ofDays(400)))
                .setResultAt(Pipeline.WRITTEN.plus(Duration.ofDays(401)))
                .build();
        List<Event> input = new ArrayList<>(events);
        input.add(new Event(match.result().getResultAt().minusSeconds(1), future.getFixtureId(), future));
        try (Pipeline pipeline = new Pipeline().publish(sorted(input))) {
            assertThat(pipeline.rejected)
                    .singleElement()
                    .satisfies(rejection -> assertThat(rejection.getReason()).isEqualTo("FROM_THE_FUTURE"));
        }
        assertThat(vectors(sorted(input), EVER)).isEqualTo(vectors(events, EVER));
    }

    /** The home team's first closing vector after a match. */
    private static FeatureVector next(List<Event> input, Match after) {
        String team = after.fixture().getHomeTeam();
        try (Pipeline pipeline = new Pipeline().publish(input)) {
            return pipeline.vectors.stream()
                    .filter(vector -> vector.getHomeTeam().equals(team)
                            || vector.getAwayTeam().equals(team))
                    .filter(vector -> vector.getCutoff().equals("CLOSING"))
                    .filter(vector -> vector.getAsOf().isAfter(after.result().getResultAt()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String sideOf(FeatureVector vector, Match match) {
        return vector.getHomeTeam().equals(match.fixture().getHomeTeam()) ? "home" : "away";
    }

    private static FeatureVector only(List<Event> input, String fixtureId) {
        try (Pipeline pipeline = new Pipeline().publish(input)) {
            return pipeline.vectors(fixtureId).getLast();
        }
    }

    private static Event with(Event event, org.apache.avro.specific.SpecificRecord value) {
        return new Event(event.at(), event.fixtureId(), value);
    }

    private static List<Event> sorted(List<Event> input) {
        List<Event> sorted = new ArrayList<>(input);
        sorted.sort(Comparator.comparing(Event::at));
        return sorted;
    }

    /** The bytes of every vector from a moment on, by fixture and asOf. */
    private static Map<String, String> vectors(List<Event> input, Instant from) {
        Map<String, String> vectors = new TreeMap<>();
        try (Pipeline pipeline = new Pipeline().publish(input)) {
            for (FeatureVector vector : pipeline.vectors) {
                if (!vector.getAsOf().isBefore(from)) {
                    vectors.put(
                            vector.getFixtureId() + "|" + vector.getAsOf(),
                            HexFormat.of().formatHex(pipeline.bytes(vector)));
                }
            }
        }
        return vectors;
    }
}
