package io.touchline.odds.connector.pinnacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinnacleAdapterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final double CENT = 0.005;

    private static final String FIXTURES = """
            {"sportId":29,"last":100,"league":[{"id":7,"name":"England - Premier League","events":[
              {"id":1,"starts":"2026-11-21T15:00:00Z","home":"Alpha","away":"Beta","liveStatus":0,"resultingUnit":"Regular","version":5},
              {"id":2,"starts":"2026-11-21T15:00:00Z","home":"Alpha (Corners)","away":"Beta (Corners)","resultingUnit":"Corners","version":5}]}]}
            """;

    private final PinnacleAdapter adapter = new PinnacleAdapter();
    private final CollectedEvents told = new CollectedEvents();

    private void read(String json) throws PayloadChanged {
        read(json, "https://pinnacle.test/v2/odds?sportId=29&oddsFormat=Decimal&since=100");
    }

    private void read(String json, String location) throws PayloadChanged {
        adapter.read(new Payload(json.getBytes(StandardCharsets.UTF_8), NOW, NOW, location), told);
    }

    private void readShared(String file) throws PayloadChanged, IOException {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/pinnacle/" + file));
        adapter.read(new Payload(body, NOW, NOW, file), told);
    }

    private static String odds(int event, String period) {
        return "{\"sportId\":29,\"last\":101,\"leagues\":[{\"id\":7,\"events\":[{\"id\":" + event + ",\"periods\":["
                + period + "]}]}]}";
    }

    private static final String PERIOD = """
            {"lineId":10,"number":0,"cutoff":"2026-11-21T15:00:00Z","status":1,"maxMoneyline":500,"maxSpread":1000,
             "moneyline":{"home":2.5,"away":2.9,"draw":3.4},
             "spreads":[{"hdp":-0.25,"home":1.5,"away":2.6},{"altLineId":4,"hdp":0.0,"home":1.4,"away":2.9,"max":50}],
             "totals":[{"points":2.5,"over":1.95,"under":1.93}],
             "teamTotal":{"home":{"points":1.5,"over":2.1,"under":1.7},"away":null}}
            """;

    private List<Quote> quotes() {
        return told.events(OddsSeen.class).getLast().quotes();
    }

    private Quote quote(String market) {
        return quotes().stream()
                .filter(quote -> quote.getMarket().equals(market))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyMarketOfTheMatch_withItsLineAndLimit() throws Exception {
        read(FIXTURES, "fixtures");
        read(odds(1, PERIOD));
        OddsSeen seen = told.events(OddsSeen.class).getLast();
        assertThat(seen.fixture().shown()).isEqualTo("Alpha - Beta (1) at 2026-11-21T15:00:00Z in eng.1");
        assertThat(quotes())
                .extracting(Quote::getMarket, Quote::getLine, Quote::getSuspended)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("MATCH_RESULT", null, false),
                        org.assertj.core.api.Assertions.tuple("ASIAN_HANDICAP", -0.25, false),
                        org.assertj.core.api.Assertions.tuple("ASIAN_HANDICAP", 0.0, false),
                        org.assertj.core.api.Assertions.tuple("TOTAL_GOALS", 2.5, false),
                        org.assertj.core.api.Assertions.tuple("HOME_TOTAL_GOALS", 1.5, false));
        Price home = quote("ASIAN_HANDICAP").getPrices().getFirst();
        assertThat(home.getSelection()).isEqualTo("HOME");
        assertThat(home.getBackSize()).isEqualTo(2000);
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void aMarketThatIsMissingInAChange_isWithdrawn() throws Exception {
        read(FIXTURES, "fixtures");
        read(odds(1, PERIOD));
        read(odds(
                1, "{\"lineId\":11,\"number\":0,\"status\":1,\"moneyline\":{\"home\":2.6,\"away\":2.8,\"draw\":3.4}}"));
        assertThat(quotes().stream().filter(Quote::getSuspended)).hasSize(4);
        assertThat(quote("MATCH_RESULT").getSuspended()).isFalse();
        read(odds(1, "{\"lineId\":12,\"number\":0,\"status\":2}"));
        assertThat(quotes()).extracting(Quote::getMarket).containsExactly("MATCH_RESULT");
        assertThat(quote("MATCH_RESULT").getSuspended()).isTrue();
    }

    @Test
    void aSnapshotWithoutAnEvent_takesItsPricesBack() throws Exception {
        read(FIXTURES, "fixtures");
        read(odds(1, PERIOD));
        told.clear();
        read("{\"sportId\":29,\"last\":102,\"leagues\":[]}", "https://pinnacle.test/v2/odds?sportId=29");
        assertThat(quotes()).hasSize(5).allMatch(Quote::getSuspended);
    }

    @Test
    void closedByStatusOrByCutoff_isSuspended() throws Exception {
        read(odds(1, PERIOD.replace("\"status\":1", "\"status\":2")));
        assertThat(quotes()).allMatch(Quote::getSuspended);
        read(odds(3, PERIOD.replace("15:00:00Z", "11:59:00Z")));
        assertThat(quotes()).hasSize(5).allMatch(Quote::getSuspended);
    }

    @Test
    void pricesWithoutNames_areToldUnderTheNumber() throws Exception {
        read(odds(77, PERIOD));
        assertThat(told.events(OddsSeen.class).getLast().fixture().key()).isEqualTo("pinnacle:77");
        assertThat(told.events(OddsSeen.class).getLast().fixture().home()).isNull();
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void cornersAndOtherPeriods_areNoMarketsOfOurs() throws Exception {
        read(FIXTURES, "fixtures");
        read(odds(2, PERIOD));
        read(odds(1, PERIOD.replace("\"number\":0", "\"number\":1")));
        assertThat(told.events()).isEmpty();
        assertThat(told.reasons()).containsExactly(RejectReason.UNKNOWN_MARKET, RejectReason.UNKNOWN_MARKET);
        assertThat(told.rejections().getFirst().detail()).contains("Corners");
        assertThat(told.rejections().getLast().place()).isEqualTo("1/1");
    }

    @Test
    void aPriceThatCannotBe_isLeftOut_andTheRestGoesOn() throws Exception {
        read(odds(1, PERIOD.replace("\"home\":2.5", "\"home\":0.9").replace("\"points\":2.5", "\"points\":2.4")));
        assertThat(told.reasons()).containsExactly(RejectReason.ODDS_OUT_OF_RANGE, RejectReason.VALUE_OUT_OF_RANGE);
        assertThat(quote("MATCH_RESULT").getPrices())
                .extracting(Price::getSelection)
                .containsExactly("DRAW", "AWAY");
    }

    @Test
    void everyOddsFormat_byItsAddress_andAmericanByItsNumbers() throws Exception {
        assertThat(PinnacleOddsFormat.HONG_KONG.decimal(0.8)).isEqualTo(1.8, within(CENT));
        assertThat(PinnacleOddsFormat.MALAY.decimal(-0.8)).isEqualTo(2.25, within(CENT));
        assertThat(PinnacleOddsFormat.INDONESIAN.decimal(-1.25)).isEqualTo(1.8, within(CENT));
        assertThat(PinnacleOddsFormat.AMERICAN.decimal(-125)).isEqualTo(1.8, within(CENT));
        assertThat(PinnacleOddsFormat.AMERICAN.decimal(50)).isNaN();
        read(odds(1, "{\"number\":0,\"status\":1,\"moneyline\":{\"home\":-125,\"away\":300,\"draw\":250}}"), "a file");
        assertThat(quote("MATCH_RESULT").getPrices().getFirst().getBackOdds()).isEqualTo(1.8, within(CENT));
    }

    @Test
    void settlements_byScore_andVoidWhereCancelled() throws Exception {
        read(odds(1, PERIOD));
        read(odds(
                1,
                "{\"number\":0,\"status\":1,\"settlementId\":1,\"settledAt\":\"2026-11-21T17:00:00Z\","
                        + "\"team1Score\":2,\"team2Score\":1}"));
        assertThat(told.events(SettlementSeen.class))
                .extracting(SettlementSeen::result)
                .containsExactly("WON", "LOST", "LOST");
        assertThat(quotes()).hasSize(5).allMatch(Quote::getSuspended);
        read(odds(5, "{\"number\":0,\"status\":3,\"settlementId\":1,\"settledAt\":\"2026-11-21T17:00:00Z\"}"));
        assertThat(told.events(SettlementSeen.class).getLast().result()).isEqualTo("VOID");
    }

    @Test
    void theEventBeforeKickoff_doesNotCloseTheOneInPlay() throws Exception {
        read("""
                {"sportId":29,"last":100,"league":[{"id":7,"name":"England - Premier League","events":[
                  {"id":1,"starts":"2026-11-21T11:00:00Z","home":"Alpha","away":"Beta","liveStatus":2,"version":6},
                  {"id":9,"parentId":1,"starts":"2026-11-21T11:00:00Z","home":"Alpha","away":"Beta","liveStatus":1,"version":6}]}]}
                """, "fixtures");
        read(odds(1, PERIOD));
        read(odds(9, PERIOD.replace("\"lineId\":10", "\"lineId\":20")));
        assertThat(told.events(OddsSeen.class).getLast().inPlay()).isTrue();
        int before = told.events().size();
        read(odds(1, "{\"lineId\":30,\"number\":0,\"status\":2}"));
        assertThat(told.events()).hasSize(before);
    }

    @Test
    void whatTheVendorSaysOfItself_isOneRejection() {
        for (String body : List.of(
                "{\"code\":\"TOO_MANY_REQUESTS\",\"message\":\"Notice of Excessive Request Activity\"}",
                "{\"ref\":\"x\",\"code\":\"UNEXPECTED_ERROR\",\"message\":\"\"}")) {
            told.clear();
            try {
                read(body);
            } catch (PayloadChanged e) {
                // what a whole payload of no use is answered with
            }
            assertThat(told.reasons()).containsExactly(RejectReason.VENDOR_ERROR);
        }
    }

    @Test
    void malformedVariants_areOneRejectionEach() {
        for (String good : List.of(FIXTURES, odds(1, PERIOD))) {
            MalformedVariants.ofJson(good.strip().getBytes(StandardCharsets.UTF_8))
                    .forEach((name, body) -> {
                        CollectedEvents once = new CollectedEvents();
                        try {
                            new PinnacleAdapter().read(new Payload(body, NOW, NOW, name), once);
                        } catch (PayloadChanged e) {
                            // the one exception that is allowed
                        }
                        assertThat(once.rejections()).as(name).hasSize(1);
                        assertThat(once.events()).as(name).isEmpty();
                    });
        }
    }

    @Test
    void recordedLiveMatch_everyPriceOfTheMatch_andItsNames() throws Exception {
        readShared("v1.fixtures.live-soccer-with-scores.json");
        readShared("v1.odds.live-soccer.json");
        OddsSeen seen = told.events(OddsSeen.class).getFirst();
        assertThat(told.events()).hasSize(1);
        assertThat(seen.fixture().shown())
                .isEqualTo("TeamA - TeamB (1563271334) at 2022-11-17T13:30:00Z in Zanzibar - Mapinduzi Cup");
        assertThat(seen.inPlay()).isTrue();
        assertThat(seen.observedAt()).isEqualTo("2022-11-17T14:34:53.463Z");
        assertThat(seen.quotes()).hasSize(10).noneMatch(Quote::getSuspended);
        assertThat(seen.quotes().stream()
                        .mapToInt(quote -> quote.getPrices().size())
                        .sum())
                .isEqualTo(21);
        Price home = quote("MATCH_RESULT").getPrices().getFirst();
        assertThat(home.getBackOdds()).isEqualTo(2.85, within(CENT));
        assertThat(home.getBackSize()).isEqualTo(125);
        assertThat(told.reasons()).containsExactly(RejectReason.UNKNOWN_MARKET, RejectReason.UNKNOWN_MARKET);
    }

    @Test
    void recordedDocuments_holdNothingElse() throws Exception {
        readShared("fixtures.live-event-with-parent.json");
        readShared("v1.inrunning.json");
        assertThat(told.events()).isEmpty();
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void aLimitThatIsNone_isOneRejection_andThePricesStand() throws Exception {
        read(FIXTURES, "https://pinnacle.test/v1/fixtures");
        read(odds(1, PERIOD.replace("500", "[]").replace("\"max\":50", "\"max\":{}")));
        assertThat(quotes().stream().mapToInt(each -> each.getPrices().size()).sum())
                .isEqualTo(11);
        assertThat(told.reasons()).containsExactly(RejectReason.UNREADABLE_PAYLOAD, RejectReason.UNREADABLE_PAYLOAD);
    }
}
