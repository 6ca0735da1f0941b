package io.touchline.odds;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.odds.arbitrage.ArbitrageFinder;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.odds.consensus.Consensus;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Changes of a fixture share a snapshot, none is told later than the window allows, and the last one says what a snapshot for each change would have said. */
class SnapshotPaceTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMillis(5);
    private static final Duration CONFIRMATION = Duration.ofMillis(250);

    private final KafkaSettings kafka = new KafkaSettings("nowhere:9092", new MemorySchemaRegistry(), Namespace.LIVE);
    private final TopologyTestDriver driver = driver(new Pace(WINDOW, CONFIRMATION));
    private final TestOutputTopic<String, MarketSnapshot> told = snapshots(driver);

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theFirstChangeIsToldAtOnce_thoseWithinTheWindowAtItsEnd_together() {
        play(driver, """
                -180'  QUOTE    bet365    1X2      1.45 4.60 8.00
                """);
        assertThat(told.readValuesToList()).hasSize(1);
        play(driver, """
                -179'  QUOTE    pinnacle  1X2      1.48 4.70 8.10
                -178'  QUOTE    bet365    1X2      1.43 4.70 8.50
                """);
        driver.advanceWallClockTime(WINDOW.dividedBy(3));
        assertThat(told.isEmpty()).as("told within the window").isTrue();
        driver.advanceWallClockTime(WINDOW);
        assertThat(told.readValuesToList()).singleElement().isEqualTo(lastOfEachChange("""
                        -180'  QUOTE    bet365    1X2      1.45 4.60 8.00
                        -179'  QUOTE    pinnacle  1X2      1.48 4.70 8.10
                        -178'  QUOTE    bet365    1X2      1.43 4.70 8.50
                        """));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(told.isEmpty()).as("nothing is told twice").isTrue();
    }

    @Test
    void theOpeningIsTheFirstPrice_alsoWhereNoSnapshotToldIt() {
        String script = """
                -180'  QUOTE    bet365    1X2      1.45 4.60 8.00
                -179'  QUOTE    bet365    O/U 2.5  1.85 2.02
                -178'  QUOTE    bet365    O/U 2.5  1.95 1.90
                """;
        play(driver, script);
        driver.advanceWallClockTime(WINDOW.multipliedBy(2));
        assertThat(told.readValuesToList().getLast()).isEqualTo(lastOfEachChange(script));
    }

    @Test
    void aConfirmationWaitsLonger_untilAPriceMoves() {
        play(driver, """
                -180'  QUOTE    bet365    1X2      1.45 4.60 8.00
                """);
        told.readValuesToList();
        driver.advanceWallClockTime(WINDOW.multipliedBy(2));
        play(driver, """
                -179'  QUOTE    bet365    1X2      1.45 4.60 8.00
                """);
        driver.advanceWallClockTime(WINDOW.multipliedBy(2));
        assertThat(told.isEmpty()).as("a confirmation alone").isTrue();
        driver.advanceWallClockTime(CONFIRMATION);
        assertThat(told.readValuesToList()).hasSize(1);
        play(driver, """
                -178'  QUOTE    bet365    1X2      1.45 4.60 8.00
                -177'  QUOTE    bet365    1X2      1.44 4.60 8.00
                """);
        driver.advanceWallClockTime(WINDOW.multipliedBy(2));
        assertThat(told.readValuesToList()).hasSize(1);
    }

    @Test
    void liveSharesSnapshots_aReplayDoesNot() {
        OddsProperties.Snapshot defaults = properties().snapshot();
        assertThat(defaults.pace(true)).isEqualTo(new Pace(WINDOW, CONFIRMATION));
        assertThat(defaults.pace(false)).isEqualTo(Pace.EACH_CHANGE);
    }

    private MarketSnapshot lastOfEachChange(String script) {
        try (TopologyTestDriver plain = driver(Pace.EACH_CHANGE)) {
            play(plain, script);
            List<MarketSnapshot> all = snapshots(plain).readValuesToList();
            assertThat(all).hasSize((int) script.lines().count());
            return all.getLast();
        }
    }

    private TopologyTestDriver driver(Pace pace) {
        OddsProperties properties = properties();
        Bookmakers bookmakers = Bookmakers.shipped();
        Consensus consensus = new Consensus(bookmakers, properties.devig().methods(), properties.weights());
        return new TopologyTestDriver(
                OddsTopology.of(
                        kafka,
                        new KeepLatestQuote.Parts(
                                properties.bookRules(),
                                properties.book().keptAfterKickoff(),
                                new Snapshots(consensus, new ArbitrageFinder(bookmakers), () -> WRITTEN),
                                pace,
                                new Rejections(() -> WRITTEN, rejection -> {}),
                                new OddsMeters(new SimpleMeterRegistry()))),
                new Properties());
    }

    private void play(TopologyTestDriver on, String script) {
        TestInputTopic<String, OddsUpdate> odds = on.createInputTopic(
                "live_odds",
                new StringSerializer(),
                kafka.serde(Topics.LIVE_ODDS).serializer());
        MatchScript.of(script).forEach(update -> odds.pipeInput(update.getFixtureId(), update, update.getObservedAt()));
    }

    private TestOutputTopic<String, MarketSnapshot> snapshots(TopologyTestDriver of) {
        return of.createOutputTopic(
                "market_snapshots",
                new StringDeserializer(),
                kafka.serde(Topics.MARKET_SNAPSHOTS).deserializer());
    }

    private static OddsProperties properties() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("odds", Bindable.of(OddsProperties.class));
    }
}
