package io.touchline.standalone.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.topic.Received;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import io.touchline.schema.TeamStatistics;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final String FIXTURE = "soccer:eng.1:2022-23:arsenal:wolves";
    private static final Instant KICKOFF = Instant.parse("2023-05-28T15:30:00Z");
    private static final Instant FRIDAY = Instant.parse("2023-05-26T14:00:00Z");

    private final Tally tally = new Tally();

    @Test
    void everyInputAnswered_nothingIsLost() {
        accept(Topics.FIXTURES, fixture());
        accept(Topics.LIVE_ODDS, odds(2.5));
        accept(Topics.MARKET_SNAPSHOTS, snapshot(FRIDAY));
        accept(Topics.FEATURE_VECTORS, vector(FRIDAY));
        accept(Topics.PREDICTIONS, prediction(FRIDAY));
        assertThat(tally.counts().toMap())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("matches", 1L),
                        Map.entry("odds_updates", 1L),
                        Map.entry("snapshots", 1L),
                        Map.entry("vectors", 1L),
                        Map.entry("predictions", 1L),
                        Map.entry("alerts_opened", 0L),
                        Map.entry("alerts_open", 0L),
                        Map.entry("alerts_closed", 0L),
                        Map.entry("alerts_graded", 0L),
                        Map.entry("rejected", Map.of()),
                        Map.entry("lost", 0L)));
    }

    @Test
    void theOrderOfTopicsDoesNotMatter() {
        accept(Topics.PREDICTIONS, prediction(FRIDAY));
        accept(Topics.FEATURE_VECTORS, vector(FRIDAY));
        accept(Topics.MARKET_SNAPSHOTS, snapshot(FRIDAY));
        accept(Topics.LIVE_ODDS, odds(2.5));
        accept(Topics.FIXTURES, fixture());
        assertThat(tally.counts().lost().total()).isZero();
    }

    @Test
    void eachMissingOutput_isCounted() {
        accept(Topics.FIXTURES, fixture());
        accept(Topics.LIVE_ODDS, odds(2.5));
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(1, 0, 0, 0));
        accept(Topics.MARKET_SNAPSHOTS, snapshot(FRIDAY));
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 1, 0, 0));
        accept(Topics.FEATURE_VECTORS, vector(FRIDAY));
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 0, 1, 0));
        accept(Topics.PREDICTIONS, prediction(FRIDAY.plusSeconds(1)));
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 0, 1, 0));
    }

    @Test
    void oddsWithoutAWholeMarket_oweNoSnapshot() {
        accept(Topics.LIVE_ODDS, odds(1.0));
        assertThat(tally.counts().lost().total()).isZero();
        assertThat(tally.counts().oddsUpdates()).isEqualTo(1);
    }

    @Test
    void snapshotsThatWaitedForTheFirstVector_areAnsweredByIt_laterOnesOweTheirOwn() {
        accept(Topics.FIXTURES, fixture());
        for (int second = 0; second < 5; second++) {
            accept(Topics.MARKET_SNAPSHOTS, snapshot(FRIDAY.plusSeconds(second)));
        }
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 5, 0, 0));
        accept(Topics.FEATURE_VECTORS, vector(FRIDAY.plusSeconds(2)));
        accept(Topics.PREDICTIONS, prediction(FRIDAY.plusSeconds(2)));
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 2, 0, 0));
        accept(Topics.FEATURE_VECTORS, vector(FRIDAY.plusSeconds(4)));
        accept(Topics.PREDICTIONS, prediction(FRIDAY.plusSeconds(4)));
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 1, 0, 0));
    }

    @Test
    void aVectorWithoutAMarket_owesNoPrediction() {
        accept(Topics.FIXTURES, fixture());
        accept(Topics.FEATURE_VECTORS, vector(FRIDAY, Float.NaN));
        assertThat(tally.counts().lost().total()).isZero();
    }

    @Test
    void snapshotsAfterKickoff_oweNoVector() {
        accept(Topics.FIXTURES, fixture());
        accept(Topics.MARKET_SNAPSHOTS, snapshot(KICKOFF.plusSeconds(60)));
        assertThat(tally.counts().lost().total()).isZero();
    }

    @Test
    void anAlertCountsByItsNewestState() {
        AtomicInteger first = new AtomicInteger();
        tally.onFirstAlert(first::incrementAndGet);
        accept(Topics.VALUE_ALERTS, alert("a", 1, "OPENED"));
        accept(Topics.VALUE_ALERTS, alert("a", 3, "CLOSED"));
        accept(Topics.VALUE_ALERTS, alert("a", 2, "UPDATED"));
        accept(Topics.VALUE_ALERTS, alert("b", 1, "OPENED"));
        accept(Topics.VALUE_ALERTS, alert("c", 1, "OPENED"));
        accept(Topics.VALUE_ALERTS, alert("c", 2, "GRADED"));
        PipelineCounts counts = tally.counts();
        assertThat(first).hasValue(1);
        assertThat(counts.alertsOpened()).isEqualTo(3);
        assertThat(counts.alertsOpen()).isEqualTo(1);
        assertThat(counts.alertsClosed()).isEqualTo(1);
        assertThat(counts.alertsGraded()).isEqualTo(1);
        assertThat(counts.lost().total()).isZero();

        accept(Topics.MATCH_RESULTS, result());
        assertThat(tally.counts().lost()).isEqualTo(new PipelineCounts.Lost(0, 0, 0, 2));
    }

    @Test
    void rejectionsCountByReason() {
        accept(Topics.REJECTIONS, rejection("ODDS_OUT_OF_RANGE"));
        accept(Topics.REJECTIONS, rejection("ODDS_OUT_OF_RANGE"));
        accept(Topics.REJECTIONS, rejection("BROKEN_DATE"));
        assertThat(tally.counts().rejected()).isEqualTo(Map.of("ODDS_OUT_OF_RANGE", 2L, "BROKEN_DATE", 1L));
    }

    private <V extends SpecificRecord> void accept(Topic<V> topic, V value) {
        tally.accept(new Received<>(topic, FIXTURE, value, FRIDAY, 0, 0));
    }

    private static Fixture fixture() {
        return Fixture.newBuilder()
                .setFixtureId(FIXTURE)
                .setSport("soccer")
                .setCompetition("eng.1")
                .setSeason("2022-23")
                .setHomeTeam("arsenal")
                .setAwayTeam("wolves")
                .setHomeName("Arsenal")
                .setAwayName("Wolves")
                .setKickoffAt(KICKOFF)
                .setSource("test")
                .setObservedAt(FRIDAY)
                .setReceivedAt(FRIDAY)
                .setEmittedAt(FRIDAY)
                .build();
    }

    private static OddsUpdate odds(double draw) {
        List<Price> prices = List.of(
                Price.newBuilder().setSelection("HOME").setBackOdds(1.5).build(),
                Price.newBuilder().setSelection("DRAW").setBackOdds(draw).build(),
                Price.newBuilder().setSelection("AWAY").setBackOdds(6.5).build());
        return OddsUpdate.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition("eng.1")
                .setKickoffAt(KICKOFF)
                .setQuotes(List.of(Quote.newBuilder()
                        .setBookmaker("pinnacle")
                        .setMarket("MATCH_RESULT")
                        .setPrices(prices)
                        .setObservedAt(FRIDAY)
                        .build()))
                .setSource("test")
                .setObservedAt(FRIDAY)
                .setReceivedAt(FRIDAY)
                .setEmittedAt(FRIDAY)
                .build();
    }

    private static MarketSnapshot snapshot(Instant asOf) {
        return MarketSnapshot.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition("eng.1")
                .setKickoffAt(KICKOFF)
                .setAsOf(asOf)
                .setMarkets(List.of())
                .setEmittedAt(asOf)
                .build();
    }

    private static FeatureVector vector(Instant asOf) {
        return vector(asOf, 0.66f);
    }

    private static List<Float> values(float fairHome) {
        List<Float> values =
                new ArrayList<>(Collections.nCopies(FeatureCatalogue.shipped().size(), Float.NaN));
        values.set(FeatureCatalogue.position("market_fair_home"), fairHome);
        return values;
    }

    private static FeatureVector vector(Instant asOf, float fairHome) {
        return FeatureVector.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition("eng.1")
                .setSeason("2022-23")
                .setHomeTeam("arsenal")
                .setAwayTeam("wolves")
                .setKickoffAt(KICKOFF)
                .setCutoff("OPENING")
                .setAsOf(asOf)
                .setCatalogueVersion(FeatureCatalogue.shipped().version())
                .setValues(values(fairHome))
                .setEmittedAt(asOf)
                .build();
    }

    private static Prediction prediction(Instant asOf) {
        return Prediction.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition("eng.1")
                .setKickoffAt(KICKOFF)
                .setCutoff("OPENING")
                .setAsOf(asOf)
                .setModelVersion("1")
                .setHomeRate(1.6)
                .setAwayRate(0.9)
                .setRho(-0.1)
                .setMarkets(List.of())
                .setConfidence(0.5)
                .setVotes(List.of())
                .setReasons(List.of())
                .setEmittedAt(asOf)
                .build();
    }

    private static MatchResult result() {
        return MatchResult.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition("eng.1")
                .setSeason("2022-23")
                .setHomeTeam("arsenal")
                .setAwayTeam("wolves")
                .setKickoffAt(KICKOFF)
                .setResultAt(KICKOFF.plusSeconds(7200))
                .setHomeGoals(5)
                .setAwayGoals(0)
                .setHome(TeamStatistics.newBuilder().build())
                .setAway(TeamStatistics.newBuilder().build())
                .setSource("test")
                .setObservedAt(KICKOFF)
                .setReceivedAt(KICKOFF)
                .setEmittedAt(KICKOFF)
                .build();
    }

    private static ValueAlert alert(String id, int sequence, String state) {
        return ValueAlert.newBuilder()
                .setAlertId(id)
                .setState(state)
                .setSequence(sequence)
                .setAt(FRIDAY)
                .setFixtureId(FIXTURE)
                .setCompetition("eng.1")
                .setKickoffAt(KICKOFF)
                .setMarket("MATCH_RESULT")
                .setSelection("HOME")
                .setBookmaker("pinnacle")
                .setSource("test")
                .setOdds(1.6)
                .setOpeningOdds(1.6)
                .setPriceObservedAt(FRIDAY)
                .setPriceAgeMillis(0)
                .setProbability(0.66)
                .setFairProbabilities(List.of())
                .setEdge(0.056)
                .setStake(0.01)
                .setConfidence(0.5)
                .setModelVersion("1")
                .setVotes(List.of())
                .setReasons(List.of())
                .setExpiresAt(KICKOFF)
                .setEmittedAt(FRIDAY)
                .build();
    }

    private static Rejection rejection(String reason) {
        return Rejection.newBuilder()
                .setSource("test")
                .setReason(reason)
                .setDetail("odds must be above 1.0 but were 0.95")
                .setLocation("test:1")
                .setRaw(ByteBuffer.allocate(0))
                .setReceivedAt(FRIDAY)
                .build();
    }
}
