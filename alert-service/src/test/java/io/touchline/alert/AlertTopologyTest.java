package io.touchline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.alert.life.AlertLife;
import io.touchline.alert.life.MatchScript;
import io.touchline.alert.life.Records;
import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.source.SourceStates;
import io.touchline.alert.source.SourceStatesTest;
import io.touchline.alert.stake.Bankroll;
import io.touchline.alert.stake.FixtureStakes;
import io.touchline.alert.stake.LedgerTopology;
import io.touchline.domain.stake.KellySettings;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.AlertOutcome;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {

    private static final double ROUNDING = 1e-12;
    private static final Duration WATCH = Duration.ofSeconds(5);

    private final KafkaSettings kafka =
            new KafkaSettings("none:9092", new MemorySchemaRegistry(), new Namespace("replay-1."));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AlertMeters meters = new AlertMeters(registry);
    private final List<Rejection> rejected = new ArrayList<>();
    private Instant now = Records.KICKOFF.minus(Duration.ofHours(2));
    private final SourceStates sources = new SourceStates(() -> now, Duration.ofSeconds(60));

    @TempDir
    Path state;

    private TopologyTestDriver driver;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void description_isWhatRunningDeploymentsHave() throws IOException {
        assertThat(topology(WATCH).describe().toString()).isEqualTo(text("/alert-topology.txt"));
        assertThat(LedgerTopology.of(kafka, 0.15, () -> now).describe().toString())
                .isEqualTo(text("/ledger-topology.txt"));
    }

    @Test
    void oneAlert_fromPriceToGrade() {
        start(topology(Duration.ZERO));
        play("""
                -1'   QUOTE    bet365 1X2 2.10 3.40 3.60
                -1'   MARKET   0.50 0.27 0.23
                -1'   PREDICT  0.52 0.26 0.22
                115'  RESULT   2-1
                """);
        List<TestRecord<String, ValueAlert>> told = output(Topics.VALUE_ALERTS).readRecordsToList();
        assertThat(told).extracting(record -> record.value().getState()).containsExactly("OPENED", "CLOSED", "GRADED");
        assertThat(told).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(Records.FIXTURE);
            assertThat(record.getRecordTime()).isEqualTo(record.value().getAt());
            assertThat(record.value().getEmittedAt()).isEqualTo(now);
        });
        assertThat(told.getLast().value().getClv()).isEqualTo(2.10 * 0.50 - 1);
        assertThat(registry.get("alert.judgements")
                        .tag("outcome", "OPENED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("alert.judgements")
                        .tag("outcome", "NO_EDGE")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("alert.events")
                        .tag("state", "CLOSED")
                        .tag("reason", "KICKOFF")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("alert.clv")
                        .tag("market", "MATCH_RESULT")
                        .summary()
                        .totalAmount())
                .isEqualTo(2.10 * 0.50 - 1);
    }

    @Test
    void predictionOfTheSameMoment_comesAfterItsQuote() {
        start(topology(Duration.ZERO));
        play("-60' PREDICT 0.52 0.26 0.22").play("-60' QUOTE bet365 1X2 2.10 3.40 3.60");
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList())
                .extracting(ValueAlert::getState)
                .containsExactly("OPENED");
    }

    @Test
    void otherFixturesTime_closesInLiveState() {
        start(topology(WATCH));
        play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                """);
        OddsUpdate other = Records.odds(MatchScript.at("-50'"), MatchScript.SOURCE, false);
        other.setFixtureId("soccer:eng.1:2022-23:leeds:spurs");
        send(other, other.getFixtureId());
        ValueAlert closed = output(Topics.VALUE_ALERTS).readValuesToList().getLast();
        assertThat(closed.getCloseReason()).isEqualTo("PRICE_STALE");
        assertThat(closed.getAt()).isEqualTo(MatchScript.at("-58:30'"));
    }

    @Test
    void otherFixturesTime_closesNothingInAReplay() {
        start(topology(Duration.ZERO));
        play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                """);
        OddsUpdate other = Records.odds(MatchScript.at("-50'"), MatchScript.SOURCE, false);
        other.setFixtureId("soccer:eng.1:2022-23:leeds:spurs");
        send(other, other.getFixtureId());
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList()).hasSize(1);
    }

    @Test
    void wallClock_closesOnAQuietStream() {
        start(topology(WATCH));
        play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                """);
        now = MatchScript.at("-58:31'");
        driver.advanceWallClockTime(WATCH);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList()).hasSize(1);
        now = MatchScript.at("-58:00'");
        driver.advanceWallClockTime(WATCH);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList())
                .extracting(ValueAlert::getCloseReason)
                .containsExactly("PRICE_STALE");
    }

    @Test
    void sourceDown_closesItsAlerts_andNoOthers_untilItIsBack() {
        start(topology(WATCH));
        play("""
                -60'     QUOTE    bet365   1X2 2.10 3.40 3.60 by betfair
                -60'     QUOTE    pinnacle 1X2 2.12 3.40 3.60 by theoddsapi
                -60'     PREDICT  0.52 0.26 0.22
                """);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList())
                .extracting(ValueAlert::getState)
                .containsExactly("OPENED", "OPENED");
        sources.tell(SourceStatesTest.state("betfair", "DOWN", MatchScript.at("-59:40'")));
        now = MatchScript.at("-59:35'");
        driver.advanceWallClockTime(WATCH);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList())
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.getSource()).isEqualTo("betfair");
                    assertThat(closed.getCloseReason()).isEqualTo("SOURCE_DOWN");
                    assertThat(closed.getAt()).isEqualTo(MatchScript.at("-59:40'"));
                });
        play("""
                -59:30'  QUOTE    bet365   1X2 2.20 3.40 3.60 by betfair
                -59:30'  QUOTE    pinnacle 1X2 2.12 3.40 3.60 by theoddsapi
                -59:30'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList()).isEmpty();
        sources.tell(SourceStatesTest.state("betfair", "UP", MatchScript.at("-59:20'")));
        play("""
                -59:10'  QUOTE    bet365   1X2 2.25 3.40 3.60 by betfair
                -59:10'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList())
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.getState()).isEqualTo("OPENED");
                    assertThat(opened.getSource()).isEqualTo("betfair");
                });
    }

    @Test
    void aSourceThatIsDown_opensNothing_howeverFreshItsPrices() {
        start(topology(WATCH));
        sources.tell(SourceStatesTest.state("betfair", "DOWN", now));
        play("""
                -60'     QUOTE    bet365   1X2 2.10 3.40 3.60 by betfair
                -60'     QUOTE    pinnacle 1X2 2.12 3.40 3.60 by theoddsapi
                -60'     PREDICT  0.52 0.26 0.22
                """);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList())
                .extracting(ValueAlert::getSource)
                .containsExactly("theoddsapi");
        assertThat(registry.get("alert.judgements")
                        .tag("outcome", "SOURCE_DOWN")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void resultBeforeKickoff_isRejectedAndGradesNothing() {
        start(topology(Duration.ZERO));
        play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                -59'  RESULT   3-0
                """);
        assertThat(output(Topics.VALUE_ALERTS).readValuesToList()).hasSize(1);
        assertThat(rejected).extracting(Rejection::getReason).containsExactly("CLOCK_RAN_BACKWARDS");
        assertThat(rejected.getFirst().getDetail()).contains(Records.FIXTURE, "2023-05-28T14:31:00Z");
    }

    @Test
    void ledger_booksOutcomes_boundedByOpenExposure() {
        start(LedgerTopology.of(kafka, 0.15, () -> now));
        for (int bet = 1; bet <= 4; bet++) {
            send(alert("a" + bet, "OPENED", 1, null), "f" + bet);
        }
        send(alert("a1", "OPENED", 1, null), "f1");
        send(alert("a1", "GRADED", 3, 1.0), "f1");
        send(alert("a1", "GRADED", 3, 1.0), "f1");
        send(alert("a4", "GRADED", 3, 1.0), "f4");
        List<TestRecord<String, AlertOutcome>> outcomes =
                output(Topics.ALERT_OUTCOMES).readRecordsToList();
        assertThat(outcomes).extracting(TestRecord::key).containsExactly("f1|a1", "f4|a4");
        assertThat(outcomes.getFirst().value().getProfit()).isEqualTo(1.0);
        assertThat(outcomes.getFirst().value().getStake()).isEqualTo(0.05);
        // three bets of 0.05 fill the bound, the fourth finds no room; 0.05 won
        assertThat(bankroll().amount()).isCloseTo(1.05, within(ROUNDING));
        assertThat(bankroll().open()).isCloseTo(0.10, within(ROUNDING));
        assertThat(bankroll().placed()).isEqualTo(4);
        assertThat(bankroll().settled()).isEqualTo(2);
        send(alert("a1", "GRADED", 4, -1.0), "f1");
        assertThat(bankroll().amount()).isCloseTo(0.95, within(ROUNDING));
        assertThat(output(Topics.ALERT_OUTCOMES).readValue().getProfit()).isEqualTo(-1.0);
    }

    private Bankroll bankroll() {
        return (Bankroll) driver.getKeyValueStore("bankroll").get("all");
    }

    private Topology topology(Duration watch) {
        AlertRules rules =
                AlertRules.of(0.042, 0.5, Duration.ofSeconds(90), Map.of(), Duration.ofSeconds(30), 0, 2, sources);
        AlertLife life = new AlertLife(
                rules,
                new FixtureStakes(KellySettings.standard()),
                0.005,
                Duration.ofMinutes(10),
                () -> now,
                meters::judged);
        return new AlertTopology(
                        kafka,
                        life,
                        rules.fresh(),
                        new Rejections(() -> now, rejected::add),
                        meters,
                        watch,
                        () -> now,
                        sources::down)
                .build();
    }

    private void start(Topology topology) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, config, now);
    }

    private AlertTopologyTest play(String script) {
        MatchScript.read(script).forEach(record -> send(record, Records.FIXTURE));
        return this;
    }

    private void send(SpecificRecord record, String key) {
        switch (record) {
            case OddsUpdate odds -> send(Topics.LIVE_ODDS, key, odds, odds.getObservedAt());
            case Prediction prediction -> send(Topics.PREDICTIONS, key, prediction, prediction.getAsOf());
            case MarketSnapshot snapshot -> send(Topics.MARKET_SNAPSHOTS, key, snapshot, snapshot.getAsOf());
            case MatchState match -> send(Topics.LIVE_SCORES, key, match, match.getObservedAt());
            case MatchResult result -> send(Topics.MATCH_RESULTS, key, result, result.getResultAt());
            case ValueAlert alert -> send(Topics.VALUE_ALERTS, key, alert, alert.getAt());
            default -> throw new IllegalArgumentException("what is " + record + "?");
        }
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value, Instant at) {
        driver.createInputTopic(
                        kafka.name(topic),
                        new StringSerializer(),
                        kafka.serde(topic).serializer())
                .pipeInput(key, value, at);
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                kafka.name(topic), new StringDeserializer(), kafka.serde(topic).deserializer());
    }

    private static ValueAlert alert(String id, String state, int sequence, Double profit) {
        return ValueAlert.newBuilder()
                .setAlertId(id)
                .setState(state)
                .setSequence(sequence)
                .setAt(Records.KICKOFF)
                .setFixtureId("f" + id.substring(1))
                .setCompetition("eng.1")
                .setKickoffAt(Records.KICKOFF)
                .setMarket("MATCH_RESULT")
                .setSelection("HOME")
                .setBookmaker("bet365")
                .setSource("feed")
                .setOdds(2)
                .setOpeningOdds(2)
                .setPriceObservedAt(Records.KICKOFF)
                .setPriceAgeMillis(0)
                .setProbability(0.55)
                .setFairProbabilities(List.of())
                .setEdge(0.1)
                .setStake(0.05)
                .setConfidence(0.7)
                .setModelVersion("m")
                .setVotes(List.of())
                .setReasons(List.of())
                .setExpiresAt(Records.KICKOFF)
                .setResult(profit == null ? null : profit > 0 ? "WON" : "LOST")
                .setProfit(profit)
                .setEmittedAt(Records.KICKOFF)
                .build();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = AlertTopologyTest.class.getResourceAsStream(name)) {
            if (in == null) {
                return "no file " + name;
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
