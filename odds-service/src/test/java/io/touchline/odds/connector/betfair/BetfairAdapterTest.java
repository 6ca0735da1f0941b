package io.touchline.odds.connector.betfair;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorEvent.BookSeen;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Quote;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Invented messages in Betfair's form. */
class BetfairAdapterTest {

    private static final String MATCH = """
            {"op":"mcm","id":2,"initialClk":"a","clk":"b","pt":1700000000000,"ct":"SUB_IMAGE","mc":[{"id":"1.7","img":true,"marketDefinition":{
            "eventId":"77","eventTypeId":"1","marketType":"MATCH_ODDS","bettingType":"ODDS","status":"OPEN","inPlay":false,"version":5,"openDate":"2023-11-15T20:00:00.000Z",
            "regulators":["MR_INT"],"countryCode":"GB","runners":[{"id":11,"status":"ACTIVE","sortPriority":1},{"id":12,"status":"ACTIVE","sortPriority":2},
            {"id":58805,"status":"ACTIVE","sortPriority":3}]},"rc":[{"id":11,"atb":[[2.0,10],[1.98,20]],"atl":[[2.04,5]],"ltp":2.02,"tv":100.5},
            {"id":12,"atb":[[4.1,7]]},{"id":58805,"spn":"NaN","spf":"Infinity","atl":[[3.5,1.25]]}]}]}
            """.replace("\n", "");

    private static final String CATALOGUE = """
            {"jsonrpc":"2.0","id":1,"result":[{"marketId":"1.7","marketName":"Match Odds","competition":{"id":"1","name":"Invented League"},
            "event":{"id":"77","name":"Northtown v Southport City","countryCode":"GB","openDate":"2023-11-15T20:00:00.000Z"},"eventType":{"id":"1","name":"Soccer"},
            "runners":[{"selectionId":11,"runnerName":"Northtown","handicap":0.0,"sortPriority":1},{"selectionId":12,"runnerName":"Southport City","handicap":0.0,"sortPriority":2},
            {"selectionId":58805,"runnerName":"The Draw","handicap":0.0,"sortPriority":3}]}]}
            """;

    private final BetfairAdapter adapter = new BetfairAdapter();
    private final CollectedEvents told = new CollectedEvents();

    private void read(String text) {
        read(adapter, text.getBytes(StandardCharsets.UTF_8), told);
    }

    private static void read(BetfairAdapter adapter, byte[] body, CollectedEvents told) {
        try {
            adapter.read(new Payload(body, Instant.EPOCH, Instant.EPOCH, "test"), told);
        } catch (PayloadChanged e) {
            assertThat(told.rejections()).isNotEmpty();
        }
    }

    private static String shown(Quote quote) {
        StringBuilder text = new StringBuilder(quote.getMarket() + " " + quote.getLine());
        quote.getPrices()
                .forEach(price -> text.append(
                        " | %s %s/%s".formatted(price.getSelection(), price.getBackOdds(), price.getLayOdds())));
        return text + (quote.getSuspended() ? " suspended" : "");
    }

    @Test
    void anImage_isOneQuote_withNamesFromTheCatalogue() {
        read(CATALOGUE);
        assertThat(told.events()).isEmpty();
        read(MATCH);
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(BookSeen.class)).hasSize(3);
        OddsSeen odds = told.events(OddsSeen.class).getFirst();
        assertThat(shown(odds.quotes().getFirst()))
                .isEqualTo("MATCH_RESULT null | HOME 2.0/2.04 | AWAY 4.1/null | DRAW null/3.5");
        assertThat(Objects.requireNonNull(odds.fixture().away()).name()).isEqualTo("Southport City");
        assertThat(odds.fixture().competitionName()).isEqualTo("Invented League");
        assertThat(odds.observedAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
    }

    @Test
    void onlyWhatChangesTheBest_isTold() {
        read(MATCH);
        told.clear();
        read("""
                {"op":"mcm","id":2,"clk":"c","pt":1700000000050,"mc":[{"id":"1.7","rc":[{"id":11,"atb":[[1.97,3]]}]}]}""");
        assertThat(told.events(OddsSeen.class)).isEmpty();
        assertThat(told.events(BookSeen.class).getFirst().back()).containsExactly(2.0, 10.0, 1.98, 20.0, 1.97, 3.0);
        read("""
                {"op":"mcm","id":2,"clk":"d","pt":1700000000060,"mc":[{"id":"1.7","rc":[{"id":11,"atb":[[2.0,0]]}]}]}""");
        assertThat(told.events(OddsSeen.class)).hasSize(1);
    }

    @Test
    void aBrokenLine_leavesTheBooksAlone() {
        read(MATCH);
        told.clear();
        read("""
                {"op":"mcm","id":2,"pt":1700000000050,"mc":[{"id":"1.7","rc":[{"id":11,"atb":[[2.5,3]]},{"id":12,"atb":[[4.1]]}]}]}""");
        assertThat(told.reasons()).containsExactly(RejectReason.UNREADABLE_PAYLOAD);
        read("""
                {"op":"mcm","id":2,"pt":1700000000060,"mc":[{"id":"1.7","rc":[{"id":11,"ltp":2.04}]}]}""");
        assertThat(told.events(BookSeen.class).getLast().back()).startsWith(2.0, 10.0);
    }

    @Test
    void messagesOfAnEarlierSubscription_andChangesWithoutImage_areRejected() {
        read(MATCH);
        read("""
                {"op":"mcm","id":1,"pt":1700000000050,"mc":[{"id":"1.7","rc":[{"id":11,"ltp":9}]}]}""");
        read("""
                {"op":"mcm","id":2,"pt":1700000000050,"mc":[{"id":"1.8","rc":[{"id":11,"ltp":9}]}]}""");
        assertThat(told.reasons()).containsExactly(RejectReason.WITHOUT_IMAGE, RejectReason.WITHOUT_IMAGE);
    }

    @Test
    void afterACut_changesWaitForTheResubscription() {
        read(MATCH);
        adapter.reset();
        told.clear();
        read("""
                {"op":"mcm","id":3,"ct":"RESUB_DELTA","pt":1700000000050,"mc":[{"id":"1.7","rc":[{"id":11,"ltp":2.1}]}]}""");
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(BookSeen.class).getFirst().back()).startsWith(2.0, 10.0);
        adapter.reset();
        read("""
                {"op":"mcm","pt":1700000000060,"mc":[{"id":"1.7","rc":[{"id":11,"ltp":2.2}]}]}""");
        assertThat(told.reasons()).containsExactly(RejectReason.WITHOUT_IMAGE);
    }

    @Test
    void lateUpstream_isToldOnce_andItsEnd() {
        read(MATCH);
        read("{\"op\":\"mcm\",\"id\":2,\"pt\":1,\"ct\":\"HEARTBEAT\",\"status\":503}");
        read("{\"op\":\"mcm\",\"id\":2,\"pt\":2,\"ct\":\"HEARTBEAT\",\"status\":503}");
        read("{\"op\":\"mcm\",\"id\":2,\"pt\":3,\"ct\":\"HEARTBEAT\"}");
        assertThat(told.events(FeedSeen.class)).extracting(FeedSeen::healthy).containsExactly(false, true);
    }

    @Test
    void asianHandicap_isSettledByItsLines() {
        read("""
                {"op":"mcm","pt":1,"mc":[{"id":"1.9","marketDefinition":{"eventId":"77","eventTypeId":"1","marketType":"ASIAN_HANDICAP",
                "bettingType":"ASIAN_HANDICAP_DOUBLE_LINE","status":"CLOSED","inPlay":true,"version":9,"eventName":"Northtown v Southport City","runners":[
                {"id":11,"hc":-0.25,"status":"LOSER","sortPriority":1,"name":"Northtown"},{"id":12,"hc":0.25,"status":"WINNER","sortPriority":2,"name":"Southport City"},
                {"id":11,"hc":0,"status":"LOSER","sortPriority":3,"name":"Northtown"},{"id":12,"status":"LOSER","sortPriority":4,"name":"Southport City"},
                {"id":11,"hc":0.5,"status":"WINNER","sortPriority":5,"name":"Northtown"},{"id":12,"hc":-0.5,"status":"LOSER","sortPriority":6,"name":"Southport City"}]}}]}
                """);
        assertThat(told.events(SettlementSeen.class))
                .extracting(each -> each.line() + " " + each.selection() + " " + each.result())
                .containsExactly(
                        "-0.25 HOME HALF_LOST",
                        "-0.25 AWAY HALF_WON",
                        "0.0 HOME PUSH",
                        "0.0 AWAY PUSH",
                        "0.5 HOME WON",
                        "0.5 AWAY LOST");
    }

    @Test
    void americanGames_areListedAwayFirst() {
        read("""
                {"op":"mcm","pt":1,"mc":[{"id":"1.5","img":true,"marketDefinition":{"eventId":"5","eventTypeId":"7522","marketType":"MATCH_ODDS","bettingType":"ODDS",
                "status":"OPEN","eventName":"Visitors @ Hosts","runners":[{"id":1,"status":"ACTIVE","sortPriority":1,"name":"Visitors"},
                {"id":2,"status":"ACTIVE","sortPriority":2,"name":"Hosts"}]},"rc":[{"id":1,"batb":[[0,3.0,5]]},{"id":2,"batb":[[0,1.4,5]],"batl":[[0,1.45,2]]}]}]}
                """);
        OddsSeen odds = told.events(OddsSeen.class).getFirst();
        assertThat(shown(odds.quotes().getFirst())).isEqualTo("MONEY_LINE null | AWAY 3.0/null | HOME 1.4/1.45");
        assertThat(Objects.requireNonNull(odds.fixture().home()).name()).isEqualTo("Hosts");
    }

    @Test
    void errorsAndStrangers_areOneRejectionEach() {
        read("{\"loginStatus\":\"INVALID_USERNAME_OR_PASSWORD\"}");
        read("{\"op\":\"status\",\"statusCode\":\"FAILURE\",\"errorCode\":\"TIMEOUT\",\"connectionClosed\":true}");
        read("{\"op\":\"ocm\",\"id\":1,\"pt\":1,\"oc\":[]}");
        read("{\"op\":\"mcm\",\"id\":1,\"pt\":1,\"marketChanges\":[]}");
        assertThat(told.reasons())
                .containsExactly(
                        RejectReason.VENDOR_ERROR,
                        RejectReason.VENDOR_ERROR,
                        RejectReason.UNKNOWN_MESSAGE,
                        RejectReason.MISSING_FIELD);
        told.clear();
        read("{\"op\":\"connection\",\"connectionId\":\"1\"}");
        read("{\"op\":\"status\",\"id\":1,\"statusCode\":\"SUCCESS\"}");
        read("{\"token\":\"t\",\"product\":\"p\",\"status\":\"SUCCESS\",\"error\":\"\"}");
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void everyMalformedVariant_isRejectedOnce() {
        for (String good : new String[] {MATCH, CATALOGUE}) {
            for (Map.Entry<String, byte[]> variant : MalformedVariants.ofJson(good.getBytes(StandardCharsets.UTF_8))
                    .entrySet()) {
                CollectedEvents seen = new CollectedEvents();
                read(new BetfairAdapter(), variant.getValue(), seen);
                assertThat(seen.rejections()).as(variant.getKey()).hasSize(1);
                assertThat(seen.events()).as(variant.getKey()).isEmpty();
            }
        }
    }

    @Test
    void framing_isToldByTheFirstLine() {
        BetfairVendor vendor = new BetfairVendor();
        assertThat(vendor.framing("1.7", MATCH.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Vendor.Framing.LINES);
        assertThat(vendor.framing("list.json", CATALOGUE.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Vendor.Framing.WHOLE);
        assertThat(vendor.framing("x.json", "{\n  \"op\": \"mcm\"\n}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Vendor.Framing.WHOLE);
    }
}
