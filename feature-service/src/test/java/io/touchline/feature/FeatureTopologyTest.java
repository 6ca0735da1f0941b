package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Rejection;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureTopologyTest {

    private static final Path FORM = Path.of("src/test/resources/feature-form-topology.txt");
    private static final Path VECTOR = Path.of("src/test/resources/feature-vector-topology.txt");

    private final MadeLeague league = new MadeLeague(5, 6, 2);
    private final Pipeline pipeline = new Pipeline();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void thePicturesAreThoseThatRun() throws IOException {
        KafkaSettings kafka = new KafkaSettings("nowhere:9092", new MemorySchemaRegistry(), Namespace.LIVE);
        check(FORM, Pipeline.form(kafka, new ArrayList<>()));
        check(VECTOR, Pipeline.vector(kafka, new SimpleMeterRegistry()));
    }

    private static void check(Path file, Topology topology) throws IOException {
        String now = topology.describe().toString();
        if (Boolean.getBoolean("topology.write")) {
            Files.writeString(file, now);
        }
        assertThat(now)
                .as(
                        "a changed picture may break a running deployment; where that is meant, run with -Dtopology.write=true")
                .isEqualTo(Files.readString(file));
    }

    @Test
    void everyMatchGetsAnOpeningAndAClosingVector_andNothingIsLost() {
        pipeline.publish(league.events());
        assertThat(league.matches()).hasSize(120);
        assertThat(pipeline.vectors).hasSize(240);
        for (MadeLeague.Match match : league.matches()) {
            List<FeatureVector> vectors = pipeline.vectors(match.fixture().getFixtureId());
            assertThat(vectors).extracting(FeatureVector::getCutoff).containsExactly("OPENING", "CLOSING");
            assertThat(vectors)
                    .extracting(FeatureVector::getAsOf)
                    .containsExactly(match.opening().getAsOf(), match.closing().getAsOf());
        }
        assertThat(pipeline.count("answered")).isEqualTo(240);
        assertThat(pipeline.rejected).isEmpty();
    }

    @Test
    void vectorsHoldWhatTheReferenceSays_ofResultsKnownByTheirAsOf() {
        pipeline.publish(league.events());
        Map<String, Fixture> fixtures = new java.util.HashMap<>();
        league.matches().forEach(match -> fixtures.put(match.fixture().getFixtureId(), match.fixture()));
        int compared = 0;
        for (FeatureVector vector : pipeline.vectors.subList(120, 240)) {
            List<MatchResult> known = league.results().stream()
                    .filter(result -> !result.getResultAt().isAfter(vector.getAsOf()))
                    .toList();
            Map<String, Double> reference = SlowReference.of(known, fixtures.get(vector.getFixtureId()));
            for (var expected : reference.entrySet()) {
                if (FeatureCatalogue.find(expected.getKey()).isPresent()
                        && !expected.getValue().isNaN()) {
                    assertThat((double) FeatureCatalogue.value(vector, expected.getKey()))
                            .as("%s of %s", expected.getKey(), vector.getFixtureId())
                            .isCloseTo(
                                    expected.getValue(),
                                    org.assertj.core.data.Offset.offset(
                                            1e-6 * Math.max(1, Math.abs(expected.getValue()))));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(120 * 150);
    }

    @Test
    void everythingTwice_givesTheSameVectorsOnce() {
        List<MadeLeague.Event> twice = new ArrayList<>();
        league.events().forEach(event -> twice.addAll(List.of(event, event)));
        pipeline.publish(twice);
        try (Pipeline once = new Pipeline().publish(league.events())) {
            assertThat(pipeline.vectors).isEqualTo(once.vectors);
        }
        assertThat(pipeline.count("repeated")).isEqualTo(240);
    }

    @Test
    void partsOnTheirWay_answerTheWaitingSnapshot_andTheVectorIsAsOfBoth() {
        MadeLeague.Match match = league.matches().getFirst();
        pipeline.hold();
        pipeline.publish(match.opening(), match.opening().getAsOf());
        pipeline.publish(match.fixture(), match.fixture().getObservedAt());
        assertThat(pipeline.vectors).isEmpty();
        pipeline.release();
        assertThat(pipeline.vectors).hasSize(1);
        FeatureVector vector = pipeline.vectors.getFirst();
        assertThat(vector.getCutoff()).isEqualTo("OPENING");
        assertThat(vector.getAsOf()).isEqualTo(match.opening().getAsOf());
        assertThat(vector.getEmittedAt()).isEqualTo(Pipeline.WRITTEN);
        assertThat(FeatureCatalogue.value(vector, "elo_home")).isEqualTo(1500f);
    }

    @Test
    void everyWaitingSnapshotGetsItsOwnVector() {
        MadeLeague.Match match = league.matches().getFirst();
        pipeline.hold();
        pipeline.publish(match.fixture(), match.fixture().getObservedAt());
        pipeline.publish(match.opening(), match.opening().getAsOf());
        pipeline.publish(match.closing(), match.closing().getAsOf());
        pipeline.release();
        assertThat(pipeline.vectors).extracting(FeatureVector::getCutoff).containsExactly("OPENING", "CLOSING");
        assertThat(pipeline.vectors)
                .extracting(FeatureVector::getAsOf)
                .containsExactly(match.opening().getAsOf(), match.closing().getAsOf());
        try (Pipeline straight = new Pipeline()) {
            straight.publish(match.fixture(), match.fixture().getObservedAt());
            straight.publish(match.opening(), match.opening().getAsOf());
            straight.publish(match.closing(), match.closing().getAsOf());
            assertThat(pipeline.vectors).isEqualTo(straight.vectors);
        }
    }

    @Test
    void aResultBetweenSnapshotAndPart_makesTheVectorAsLateAsTheResult() {
        List<MadeLeague.Match> matches = league.matches();
        MadeLeague.Match first = matches.getFirst();
        MadeLeague.Match next = nextOf(first);
        pipeline.publish(next.fixture(), first.fixture().getObservedAt());
        pipeline.publish(first.result(), first.result().getResultAt());
        Instant early = first.result().getResultAt().minus(Duration.ofHours(20));
        pipeline.publish(snapshot(next, early), early);
        assertThat(pipeline.vectors)
                .singleElement()
                .satisfies(vector -> assertThat(vector.getAsOf())
                        .isEqualTo(later(
                                first.result().getResultAt(), next.fixture().getObservedAt())));
    }

    @Test
    void cutoffsFollowTheTimeLeft_andNothingComesAfterKickoff() {
        MadeLeague.Match match = league.matches().getFirst();
        Instant kickoff = match.fixture().getKickoffAt();
        Fixture fixture = Fixture.newBuilder(match.fixture())
                .setObservedAt(kickoff.minus(Duration.ofDays(9)))
                .build();
        pipeline.publish(fixture, fixture.getObservedAt());
        for (Duration left : List.of(
                Duration.ofDays(8),
                Duration.ofDays(3),
                Duration.ofHours(24),
                Duration.ofHours(2),
                Duration.ofHours(1),
                Duration.ofMinutes(11),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                Duration.ZERO,
                Duration.ofMinutes(-1))) {
            Instant at = kickoff.minus(left);
            pipeline.publish(snapshot(match, at), at);
        }
        assertThat(pipeline.vectors)
                .extracting(FeatureVector::getCutoff)
                .containsExactly(
                        "OPENING", "OPENING", "HOURS_24", "HOURS_24", "HOUR_1", "HOUR_1", "CLOSING", "CLOSING");
        assertThat(pipeline.count("after_kickoff")).isEqualTo(2);
    }

    @Test
    void theFirstVectorIsTheOpeningOne_howeverLate() {
        MadeLeague.Match match = league.matches().getFirst();
        pipeline.publish(match.fixture(), match.fixture().getObservedAt());
        pipeline.publish(match.closing(), match.closing().getAsOf());
        assertThat(pipeline.vectors).extracting(FeatureVector::getCutoff).containsExactly("OPENING");
    }

    @Test
    void aPostponedMatch_letsLaterResultsIn_andWaitsForThePartOfItsNewKickoff() {
        MadeLeague.Match first = league.matches().getFirst();
        MadeLeague.Match next = nextOf(first);
        Instant old = first.result().getKickoffAt().minus(Duration.ofHours(1));
        Instant toldAt = old.minus(Duration.ofDays(3));
        Fixture before = Fixture.newBuilder(next.fixture())
                .setKickoffAt(old)
                .setObservedAt(toldAt)
                .build();
        pipeline.publish(before, toldAt);
        pipeline.publish(first.result(), first.result().getResultAt());
        assertThat(form(next, "fatigue_season_matches")).isEqualTo(0f);
        Instant moved = first.result().getResultAt().plusSeconds(60);
        Fixture after = Fixture.newBuilder(next.fixture()).setObservedAt(moved).build();
        pipeline.hold();
        pipeline.publish(after, moved);
        Instant asked = moved.plusSeconds(60);
        pipeline.publish(snapshot(next, asked), asked);
        assertThat(pipeline.vectors).isEmpty();
        pipeline.release();
        assertThat(pipeline.vectors).singleElement().satisfies(vector -> {
            assertThat(vector.getKickoffAt()).isEqualTo(next.fixture().getKickoffAt());
            assertThat(seasonMatches(vector)).isEqualTo(1f);
        });
    }

    @Test
    void aCorrectedResult_andOneThatIsTakenBack_moveTheNextPart() {
        MadeLeague.Match first = league.matches().getFirst();
        MadeLeague.Match next = nextOf(first);
        Instant at = first.result().getResultAt();
        pipeline.publish(next.fixture(), at.minus(Duration.ofDays(1)));
        pipeline.publish(with(first.result(), 2, 0), at);
        float won = elo(next, first.fixture().getHomeTeam());
        pipeline.publish(with(first.result(), 0, 2), at.plusSeconds(60));
        float lost = elo(next, first.fixture().getHomeTeam());
        assertThat(won).isGreaterThan(1500f);
        assertThat(lost).isLessThan(1500f);
        MatchResult abandoned =
                MatchResult.newBuilder(first.result()).setStatus("ABANDONED").build();
        pipeline.publish(abandoned, at.plusSeconds(120));
        assertThat(elo(next, first.fixture().getHomeTeam())).isEqualTo(1500f);
        int parts = pipeline.forms.size();
        pipeline.publish(abandoned, at.plusSeconds(180));
        assertThat(pipeline.forms).hasSize(parts);
    }

    @Test
    void aCorrectionToldAtKickoffOrLater_changesThePartNoMore() {
        MadeLeague.Match first = league.matches().getFirst();
        MadeLeague.Match next = nextOf(first);
        pipeline.publish(next.fixture(), next.fixture().getObservedAt());
        pipeline.publish(with(first.result(), 2, 0), first.result().getResultAt());
        int parts = pipeline.forms.size();
        pipeline.publish(with(first.result(), 0, 2), next.fixture().getKickoffAt());
        assertThat(pipeline.forms).hasSize(parts);
    }

    @Test
    void aWholeHistoryAfterTheFixtures_endsInTheSameParts() {
        List<MadeLeague.Match> matches = league.matches();
        List<MadeLeague.Match> past = matches.subList(0, 110);
        MadeLeague.Match last = matches.getLast();
        pipeline.publish(last.fixture(), last.fixture().getObservedAt());
        past.reversed()
                .forEach(
                        match -> pipeline.publish(match.result(), match.result().getResultAt()));
        pipeline.catchUp();
        try (Pipeline before = new Pipeline()) {
            past.forEach(match -> before.publish(match.result(), match.result().getResultAt()));
            before.publish(last.fixture(), last.fixture().getObservedAt());
            before.catchUp();
            String id = last.fixture().getFixtureId();
            assertThat(pipeline.form(id)).isEqualTo(before.form(id));
        }
    }

    @Test
    void rejects_aResultKnownBeforeKickoff() {
        MadeLeague.Match first = league.matches().getFirst();
        MatchResult leak = MatchResult.newBuilder(first.result())
                .setResultAt(first.result().getKickoffAt().minusSeconds(1))
                .build();
        pipeline.publish(first.fixture(), first.fixture().getObservedAt());
        pipeline.publish(leak, leak.getResultAt());
        assertThat(pipeline.rejected).extracting(Rejection::getReason).containsExactly("CONTRADICTORY_RESULT");
        assertThat(form(first, "fatigue_season_matches")).isEqualTo(0f);
    }

    private MadeLeague.Match nextOf(MadeLeague.Match first) {
        String home = first.fixture().getHomeTeam();
        return league.matches().stream()
                .filter(match -> match != first)
                .filter(match -> match.fixture().getHomeTeam().equals(home)
                        || match.fixture().getAwayTeam().equals(home))
                .findFirst()
                .orElseThrow();
    }

    private float form(MadeLeague.Match match, String stem) {
        List<Float> values = pipeline.form(match.fixture().getFixtureId()).getValues();
        return Math.max(
                values.get(FeatureCatalogue.position(stem + "_home")),
                values.get(FeatureCatalogue.position(stem + "_away")));
    }

    private float elo(MadeLeague.Match match, String team) {
        boolean home = match.fixture().getHomeTeam().equals(team);
        return pipeline.form(match.fixture().getFixtureId())
                .getValues()
                .get(FeatureCatalogue.position(home ? "elo_home" : "elo_away"));
    }

    private static float seasonMatches(FeatureVector vector) {
        return Math.max(
                FeatureCatalogue.value(vector, "fatigue_season_matches_home"),
                FeatureCatalogue.value(vector, "fatigue_season_matches_away"));
    }

    private static MatchResult with(MatchResult result, int home, int away) {
        return MatchResult.newBuilder(result)
                .setHomeGoals(home)
                .setAwayGoals(away)
                .build();
    }

    private static MarketSnapshot snapshot(MadeLeague.Match match, Instant at) {
        return MarketSnapshot.newBuilder(match.opening())
                .setAsOf(at)
                .setKickoffAt(match.fixture().getKickoffAt())
                .build();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
