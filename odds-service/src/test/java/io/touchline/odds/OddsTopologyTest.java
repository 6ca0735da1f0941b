package io.touchline.odds;

import static io.touchline.odds.MatchScript.FIXTURE;
import static io.touchline.odds.MatchScript.KICKOFF;
import static io.touchline.odds.MatchScript.minute;
import static io.touchline.odds.MatchScript.three;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.odds.arbitrage.ArbitrageFinder;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.odds.consensus.Consensus;
import io.touchline.odds.consensus.MarginMethods;
import io.touchline.odds.consensus.Weights;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OddsTopologyTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Path DESCRIPTION = Path.of("src/test/resources/odds-topology.txt");

    private final KafkaSettings kafka = new KafkaSettings("nowhere:9092", new MemorySchemaRegistry(), Namespace.LIVE);
    private final List<Rejection> rejected = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, OddsUpdate> odds;
    private TestOutputTopic<String, MarketSnapshot> snapshots;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(OddsTopology.of(kafka, parts()), new Properties());
        odds = driver.createInputTopic(
                "live_odds",
                new StringSerializer(),
                kafka.serde(Topics.LIVE_ODDS).serializer());
        snapshots = driver.createOutputTopic(
                "market_snapshots",
                new StringDeserializer(),
                kafka.serde(Topics.MARKET_SNAPSHOTS).deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void everyChangeOfABookTellsTheMarket() {
        play("""
                -180'  QUOTE    bet365    1X2      1.45 4.60 8.00
                -179'  QUOTE    pinnacle  1X2      1.48 4.70 8.10
                -178'  QUOTE    bet365    1X2      1.43 4.70 8.50
                """);
        assertThat(prices())
                .containsExactly(
                        "-180' 1X2 | fair 0.668 0.211 0.121 | opening 0.668 0.211 0.121 | best 1.45 bet365 4.6 bet365 8.0 bet365 | overround 0.032 | bookmakers 1",
                        "-179' 1X2 | fair 0.668 0.210 0.122 | opening 0.668 0.211 0.121 | best 1.48 pinnacle 4.7 pinnacle 8.1 pinnacle | overround 0.022 | bookmakers 2",
                        "-178' 1X2 | fair 0.673 0.208 0.118 | opening 0.668 0.211 0.121 | best 1.48 pinnacle 4.7 pinnacle 8.5 bet365 | overround 0.021 | bookmakers 2");
    }

    @Test
    void closingPricesTakeThePlaceOfTheOthers() {
        playFrom("football-data", """
                -2880'  QUOTE    bet365    1X2       1.45 4.60 8.00
                -2880'  QUOTE    bwin      1X2       1.42 4.50 7.50
                -2880'  QUOTE    bet365    AH -1.25  1.95 1.95
                """);
        prices();
        playFrom("football-data", """
                -1'  CLOSING  bet365  1X2       1.40 4.80 8.50
                -1'  CLOSING  bet365  AH -1.5   2.02 1.88
                """);
        assertThat(prices())
                .containsExactly(
                        "-1' 1X2 | fair 0.687 0.200 0.113 | opening 0.668 0.211 0.121 | best 1.4 bet365 4.8 bet365 8.5 bet365 | overround 0.040 | bookmakers 1"
                                + " ; AH -1.25 | fair 0.500 0.500 | opening 0.500 0.500 | best 1.95 bet365 1.95 bet365 | overround 0.026 | bookmakers 1",
                        "-1' 1X2 | fair 0.687 0.200 0.113 | opening 0.668 0.211 0.121 | best 1.4 bet365 4.8 bet365 8.5 bet365 | overround 0.040 | bookmakers 1"
                                + " ; AH -1.5 | fair 0.482 0.518 | opening 0.482 0.518 | best 2.02 bet365 1.88 bet365 | overround 0.027 | bookmakers 1");
    }

    @Test
    void suspensionIsNewsAndAMarketWithoutOpenQuotesIsGone() {
        play("""
                10'  QUOTE    bet365  1X2  1.45 4.60 8.00
                12'  SUSPEND  bet365  1X2
                13'  QUOTE    bet365  1X2  1.15 8.00 21.0
                """);
        assertThat(prices())
                .containsExactly(
                        "10' in play 1X2 | fair 0.668 0.211 0.121 | opening 0.668 0.211 0.121 | best 1.45 bet365 4.6 bet365 8.0 bet365 | overround 0.032 | bookmakers 1",
                        "12' in play",
                        "13' in play 1X2 | fair 0.834 0.120 0.046 | opening 0.668 0.211 0.121 | best 1.15 bet365 8.0 bet365 21.0 bet365 | overround 0.042 | bookmakers 1");
    }

    @Test
    void repeatsAndLatecomersTellNothing() {
        String script = """
                -180'  QUOTE  bet365    1X2  1.45 4.60 8.00
                -170'  QUOTE  bet365    1X2  1.43 4.70 8.50
                """;
        play(script);
        assertThat(prices()).hasSize(2);
        play("-170' QUOTE bet365 1X2 1.43 4.70 8.50");
        play("-180' QUOTE bet365 1X2 1.45 4.60 8.00");
        assertThat(prices()).isEmpty();
        assertThat(meters.counter("odds.updates", "result", "unchanged").count())
                .isEqualTo(2);
        assertThat(meters.counter("odds.updates", "result", "changed").count()).isEqualTo(2);
    }

    @Test
    void recordsCarryTheTimeOfTheNewestQuote() {
        play("-180' QUOTE bet365 1X2 1.45 4.60 8.00");
        play("-185' QUOTE pinnacle 1X2 1.45 4.60 8.00");
        List<TestRecord<String, MarketSnapshot>> records = snapshots.readRecordsToList();
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(FIXTURE);
            assertThat(record.getRecordTime()).isEqualTo(minute(-180));
            assertThat(record.value().getAsOf()).isEqualTo(minute(-180));
            assertThat(record.value().getEmittedAt()).isEqualTo(WRITTEN);
            assertThat(record.value().getKickoffAt()).isEqualTo(KICKOFF);
            assertThat(record.value().getCompetition()).isEqualTo("eng.1");
        });
    }

    @Test
    void aBadPriceIsNamedAndTheRestGoesOn() {
        Quote bad = new Quote(
                "bwin",
                "MATCH_RESULT",
                null,
                false,
                false,
                List.of(MatchScript.price("HOME", 0.0), MatchScript.price("DRAW", 4.0), MatchScript.price("AWAY", 7.5)),
                minute(-180));
        Quote good = MatchScript.single("-180' QUOTE bet365 1X2 1.45 4.60 8.00")
                .getQuotes()
                .getFirst();
        send(MatchScript.update("somewhere", minute(-180), false, KICKOFF, List.of(bad, good)));
        assertThat(prices())
                .hasSize(1)
                .first()
                .asString()
                .contains("bookmakers 1")
                .contains("8.0 bet365");
        assertThat(rejected).hasSize(1);
        assertThat(rejected.getFirst().getReason()).isEqualTo("ODDS_OUT_OF_RANGE");
        assertThat(rejected.getFirst().getSource()).isEqualTo("somewhere");
        assertThat(rejected.getFirst().getDetail())
                .isEqualTo("bwin MATCH_RESULT HOME: odds must be above 1.0 but were 0.0");
        assertThat(rejected.getFirst().getLocation()).isEqualTo("live_odds-0@0");
        assertThat(new String(rejected.getFirst().getRaw().array(), StandardCharsets.UTF_8))
                .contains("bwin");
    }

    @Test
    void arbitrageIsShown() {
        play("""
                -180'  QUOTE  bet365    O/U 2.5  2.10 1.75
                -180'  QUOTE  pinnacle  O/U 2.5  1.85 2.05
                """);
        List<MarketSnapshot> all = snapshots.readValuesToList();
        assertThat(all.getFirst().getArbitrage()).isEmpty();
        assertThat(all.getLast().getArbitrage()).hasSize(1);
        assertThat(meters.counter("odds.arbitrage").count()).isEqualTo(1);
    }

    @Test
    void aBookSurvivesARestartAndGoesAfterTheMatch() {
        play("-180' QUOTE bet365 1X2 1.45 4.60 8.00");
        assertThat(books()).isEqualTo(1);
        byte[] stored = store().get(FIXTURE);
        stop();
        start();
        driver.<String, byte[]>getKeyValueStore(OddsTopology.PRICE_BOOK_BY_FIXTURE)
                .put(FIXTURE, stored);
        play("-179' QUOTE pinnacle 1X2 1.48 4.70 8.10");
        assertThat(prices()).singleElement().asString().contains("bookmakers 2").contains("opening 0.668 0.211 0.121");
        OddsUpdate other = MatchScript.single("359' QUOTE bet365 1X2 1.45 4.60 8.00");
        other.setFixtureId("soccer:eng.1:2022-23:leeds:spurs");
        send(other);
        assertThat(books()).as("six hours after kickoff less a minute").isEqualTo(2);
        OddsUpdate later = MatchScript.single("361' QUOTE bet365 1X2 1.45 4.60 8.00");
        later.setFixtureId("soccer:eng.1:2022-23:leeds:spurs");
        send(later);
        assertThat(books()).isEqualTo(1);
        assertThat(store().get(FIXTURE)).isNull();
    }

    @Test
    void twoRunsGiveTheSameBytes() {
        String script = """
                -180'  QUOTE  bet365    1X2      1.45 4.60 8.00
                -179'  QUOTE  pinnacle  1X2      1.48 4.70 8.10
                -178'  QUOTE  bet365    O/U 2.5  1.61 2.35
                """;
        play(script);
        List<MarketSnapshot> first = snapshots.readValuesToList();
        stop();
        start();
        play(script);
        assertThat(snapshots.readValuesToList()).isEqualTo(first).hasSize(3);
    }

    /** Names of steps and stores are the names of topics in a running deployment: changing them loses state. */
    @Test
    void descriptionIsAsReleased() throws IOException {
        String now = OddsTopology.of(kafka, parts()).describe().toString();
        if (Boolean.getBoolean("touchline.rewrite-docs")) {
            Files.writeString(DESCRIPTION, now);
        }
        assertThat(now).isEqualToNormalizingNewlines(Files.readString(DESCRIPTION));
    }

    private KeepLatestQuote.Parts parts() {
        OddsProperties properties = OddsPropertiesTest.defaults();
        Bookmakers bookmakers = Bookmakers.shipped();
        Consensus consensus =
                new Consensus(bookmakers, new MarginMethods("multiplicative", Map.of()), new Weights(1, 1));
        return new KeepLatestQuote.Parts(
                properties.bookRules(),
                properties.book().keptAfterKickoff(),
                new Snapshots(consensus, new ArbitrageFinder(bookmakers), () -> WRITTEN),
                Pace.EACH_CHANGE,
                new Rejections(() -> WRITTEN, rejected::add),
                new OddsMeters(meters));
    }

    private void play(String script) {
        MatchScript.of(script).forEach(this::send);
    }

    private void playFrom(String source, String script) {
        MatchScript.of(source, script).forEach(this::send);
    }

    private void send(OddsUpdate update) {
        odds.pipeInput(update.getFixtureId(), update, update.getObservedAt());
    }

    private org.apache.kafka.streams.state.KeyValueStore<String, byte[]> store() {
        return driver.getKeyValueStore(OddsTopology.PRICE_BOOK_BY_FIXTURE);
    }

    private int books() {
        int count = 0;
        try (var all = store().all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    /** The snapshots since last asked. */
    private List<String> prices() {
        return snapshots.readValuesToList().stream().map(OddsTopologyTest::text).toList();
    }

    private static String text(MarketSnapshot snapshot) {
        List<String> markets =
                snapshot.getMarkets().stream().map(OddsTopologyTest::text).toList();
        return (MatchScript.minuteOf(snapshot.getAsOf())
                        + (snapshot.getInPlay() ? " in play " : " ")
                        + String.join(" ; ", markets))
                .strip();
    }

    private static String text(MarketPrices market) {
        String name = switch (market.getMarket()) {
            case "MATCH_RESULT" -> "1X2";
            case "TOTAL_GOALS" -> "O/U " + market.getLine();
            default -> "AH " + market.getLine();
        };
        StringBuilder best = new StringBuilder();
        market.getPrices()
                .forEach(price ->
                        best.append(' ').append(price.getBestOdds()).append(' ').append(price.getBestBookmaker()));
        return name + " | fair " + column(market, FairPrice::getProbability) + " | opening "
                + column(market, FairPrice::getOpeningProbability) + " | best" + best + " | overround "
                + three(market.getOverround()) + " | bookmakers " + market.getBookmakers();
    }

    private static String column(MarketPrices market, java.util.function.ToDoubleFunction<FairPrice> value) {
        return three(market.getPrices().stream().mapToDouble(value).toArray());
    }
}
