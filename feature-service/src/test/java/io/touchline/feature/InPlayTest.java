package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.MadeLeague.Match;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import io.touchline.schema.SquadNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Vectors of a running match: what stood before kickoff, and what happened since. */
class InPlayTest {

    private record Told(SpecificRecord record, Instant at) {}

    private final MadeLeague league = new MadeLeague(5, 6, 1);
    private final Match match = league.matches().get(40);
    private final String id = match.fixture().getFixtureId();
    private final Instant kickoff = match.fixture().getKickoffAt();
    private final Pipeline pipeline = new Pipeline();
    private final List<Told> course = List.of(
            state(1, "FIRST_HALF", 0, 0, 0),
            shot(12, "s1", "HOME", 0.2, "SAVED"),
            state(20, "FIRST_HALF", 20, 1, 0),
            price(21, 0.7),
            price(22, 0.701),
            shot(33, "s2", "AWAY", 0.1, "MISSED"),
            state(35, "FIRST_HALF", 35, 0, 0),
            state(46, "FIRST_HALF", 47, 0, 0),
            state(48, "HALF_TIME", 47, 0, 0),
            state(65, "SECOND_HALF", 46, 0, 0),
            state(80, "SECOND_HALF", 61, 0, 1),
            state(112, "SECOND_HALF", 94, 0, 1),
            over(115));

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void eachChangeThatMatters_givesAVector_withTheFrozenValuesOfBefore() {
        before(pipeline);
        FeatureVector last = pipeline.vectors(id).getLast();
        assertThat(last.getCutoff()).isEqualTo("CLOSING");
        course.forEach(told -> pipeline.publish(told.record(), told.at()));

        List<FeatureVector> inPlay = inPlay(pipeline);
        // the price that hardly moved tells nothing
        assertThat(inPlay).hasSize(course.size() - 1);
        for (FeatureVector vector : inPlay) {
            for (FeatureCatalogue.Feature feature : FeatureCatalogue.shipped().features()) {
                float was = FeatureCatalogue.value(last, feature.name());
                if (feature.group().equals("in_play")) {
                    assertThat(was).as(feature.name()).isNaN();
                } else {
                    assertThat((Float) FeatureCatalogue.value(vector, feature.name()))
                            .as(feature.name())
                            .isEqualTo((Float) was);
                }
            }
        }
        assertThat(inPlay).extracting(FeatureVector::getAsOf).isSorted();
    }

    @Test
    void theValuesAreThoseOfTheMatch() {
        before(pipeline);
        course.forEach(told -> pipeline.publish(told.record(), told.at()));
        List<FeatureVector> inPlay = inPlay(pipeline);

        FeatureVector goal = inPlay.get(2);
        assertThat(value(goal, "minute")).isEqualTo(20);
        assertThat(value(goal, "period")).isEqualTo(1);
        assertThat(value(goal, "goals_home")).isEqualTo(1);
        assertThat(value(goal, "goals_10_home")).isEqualTo(1);
        assertThat(value(goal, "shots_home")).isEqualTo(1);
        assertThat(value(goal, "shots_on_target_home")).isEqualTo(1);
        assertThat(value(goal, "xg_home")).isEqualTo(0.2f);
        assertThat(value(goal, "xg_10_home")).isEqualTo(0.2f);
        assertThat(value(goal, "momentum")).isEqualTo((float) (0.2f / (0.2f + 0.1)));
        assertThat(value(goal, "minutes_since_goal")).isZero();
        assertThat(value(goal, "fair_home")).isNaN();
        assertThat(value(goal, "corners_home")).isNaN();
        FeatureVector priced = inPlay.get(3);
        assertThat(value(priced, "fair_home")).isEqualTo(0.7f);
        assertThat(value(priced, "fair_home_change"))
                .isEqualTo(0.7f - FeatureCatalogue.value(priced, "market_fair_home"), within());
        FeatureVector takenBack = inPlay.get(5);
        assertThat(value(takenBack, "goals_home")).isZero();
        assertThat(value(takenBack, "minutes_since_goal")).isNaN();
        assertThat(value(inPlay.get(6), "minute")).as("stoppage time").isEqualTo(45);
        assertThat(value(inPlay.get(7), "period")).isEqualTo(2);
        FeatureVector late = inPlay.get(10);
        assertThat(value(late, "minute")).isEqualTo(90);
        assertThat(value(late, "minutes_since_goal")).isEqualTo(33);
        assertThat(value(late, "goal_difference")).isEqualTo(-1);
        assertThat(value(inPlay.getLast(), "period")).isEqualTo(7);
    }

    @Test
    void everythingTwice_andLate_endsTheSame() {
        before(pipeline);
        List<Told> twice = new ArrayList<>();
        course.forEach(told -> twice.addAll(List.of(told, told)));
        twice.forEach(told -> pipeline.publish(told.record(), told.at()));
        course.forEach(told -> pipeline.publish(told.record(), told.at()));
        try (Pipeline once = new Pipeline()) {
            before(once);
            course.forEach(told -> once.publish(told.record(), told.at()));
            assertThat(inPlay(pipeline)).isEqualTo(inPlay(once));
        }
    }

    @Test
    void noVectorSeesWhatCameAfterIt() {
        before(pipeline);
        course.forEach(told -> pipeline.publish(told.record(), told.at()));
        for (int known = 1; known < course.size(); known++) {
            try (Pipeline some = new Pipeline()) {
                before(some);
                course.subList(0, known).forEach(told -> some.publish(told.record(), told.at()));
                assertThat(inPlay(some))
                        .isNotEmpty()
                        .isEqualTo(inPlay(pipeline).subList(0, inPlay(some).size()));
            }
        }
    }

    /** What is told of a match before its kickoff, by mistake or on purpose, is in no vector of before. */
    @Test
    void eventsOfTheMatchToldTooEarly_areInNoVectorBeforeKickoff() {
        try (Pipeline honest = new Pipeline()) {
            before(honest);
            Instant early = match.opening().getAsOf().plusSeconds(60);
            for (var event : league.events()) {
                if (!event.at().isBefore(kickoff)) {
                    break;
                }
                pipeline.publish(event.value(), event.at());
                if (event.value() == match.opening()) {
                    pipeline.publish(at(state(20, "FIRST_HALF", 20, 3, 0).record(), early), early);
                    pipeline.publish(at(shot(12, "s1", "HOME", 0.9, "GOAL").record(), early), early);
                }
            }
            List<FeatureVector> before = pipeline.vectors(id).stream()
                    .filter(vector -> !vector.getCutoff().equals("IN_PLAY"))
                    .toList();
            assertThat(before).isEqualTo(honest.vectors(id));
        }
    }

    @Test
    void newsOfASquad_makeTheNextPartAnew() {
        before(pipeline);
        Match next = league.matches().stream()
                .filter(one -> one.fixture().getHomeTeam().equals("a1")
                        && one.fixture().getKickoffAt().isAfter(kickoff))
                .findFirst()
                .orElseThrow();
        Instant told = next.fixture().getObservedAt();
        pipeline.publish(news("a1", "soccer/ENG", told.minusSeconds(60)), told.minusSeconds(60));
        pipeline.publish(news("a1", null, told.minusSeconds(30)), told.minusSeconds(30));
        pipeline.publish(next.fixture(), told);
        assertThat(FeatureCatalogue.find("squad_value_home")).isPresent();
        int place = FeatureCatalogue.position("squad_value_home");
        assertThat(pipeline.form(next.fixture().getFixtureId()).getValues().get(place))
                .isEqualTo(123f);
        Instant later = told.plusSeconds(600);
        SquadNews more = SquadNews.newBuilder(news("a1", "soccer/ENG", later))
                .setValueEurMillion(150.0)
                .build();
        pipeline.publish(more, later);
        assertThat(pipeline.form(next.fixture().getFixtureId()).getValues().get(place))
                .isEqualTo(150f);
        assertThat(pipeline.form(next.fixture().getFixtureId()).getAsOf()).isEqualTo(later);
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(1e-6f);
    }

    private static SquadNews news(String team, @org.jspecify.annotations.Nullable String association, Instant at) {
        return SquadNews.newBuilder()
                .setTeam(team)
                .setAssociation(association)
                .setKind("VALUATION")
                .setValueEurMillion(123.0)
                .setSource("made")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    private void before(Pipeline to) {
        league.events().stream()
                .filter(event -> event.at().isBefore(kickoff))
                .forEach(event -> to.publish(event.value(), event.at()));
    }

    private List<FeatureVector> inPlay(Pipeline of) {
        return of.vectors(id).stream()
                .filter(vector -> vector.getCutoff().equals("IN_PLAY"))
                .toList();
    }

    private static float value(FeatureVector vector, String name) {
        return FeatureCatalogue.value(vector, "in_play_" + name);
    }

    private static SpecificRecord at(SpecificRecord record, Instant at) {
        return record instanceof MatchState state
                ? MatchState.newBuilder(state).setObservedAt(at).build()
                : Shot.newBuilder((Shot) record).setObservedAt(at).build();
    }

    private Instant after(int minutes) {
        return kickoff.plus(Duration.ofMinutes(minutes));
    }

    private Told over(int minutes) {
        MatchState state = (MatchState) state(minutes, "FULL_TIME", 94, 0, 1).record();
        return new Told(MatchState.newBuilder(state).setStatus("FINISHED").build(), after(minutes));
    }

    private Told state(int minutes, String period, int minute, int home, int away) {
        return new Told(
                MatchState.newBuilder()
                        .setFixtureId(id)
                        .setStatus("IN_PLAY")
                        .setPeriod(period)
                        .setMinute(minute)
                        .setHomeGoals(home)
                        .setAwayGoals(away)
                        .setSource("made")
                        .setObservedAt(after(minutes))
                        .setReceivedAt(after(minutes))
                        .setEmittedAt(after(minutes))
                        .build(),
                after(minutes));
    }

    private Told shot(int minute, String shotId, String side, double xg, String result) {
        return new Told(
                Shot.newBuilder()
                        .setFixtureId(id)
                        .setShotId(shotId)
                        .setSide(side)
                        .setMinute(minute)
                        .setXg(xg)
                        .setResult(result)
                        .setSource("made")
                        .setObservedAt(after(minute))
                        .setReceivedAt(after(minute))
                        .setEmittedAt(after(minute))
                        .build(),
                after(minute));
    }

    private Told price(int minutes, double home) {
        MarketSnapshot snapshot =
                MadeLeague.snapshot(id, match.fixture().getCompetition(), kickoff, after(minutes), home, home);
        snapshot.setInPlay(true);
        return new Told(snapshot, after(minutes));
    }
}
