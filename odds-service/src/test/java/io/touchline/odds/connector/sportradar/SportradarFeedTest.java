package io.touchline.odds.connector.sportradar;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.testkit.CollectedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The odds feed's rules of trust: what may be bet on while a producer is down, and after. */
class SportradarFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final CollectedEvents told = new CollectedEvents();
    private final Adapter adapter = new SportradarVendor().adapter();

    private void read(String xml) throws Exception {
        adapter.read(
                new Payload(xml.getBytes(StandardCharsets.UTF_8), NOON, NOON, "hi.-.live.odds_change.1.sr:match.5.-"),
                told);
    }

    private static String odds(int second, String home) {
        return """
                <odds_change product="1" event_id="sr:match:5" timestamp="%d"><odds><market id="1" status="1">
                <outcome id="1" odds="%s" active="1"/><outcome id="2" odds="3.4" active="1"/>
                <outcome id="3" odds="4.1" active="1"/></market></odds></odds_change>""".formatted(millis(second), home);
    }

    private static long millis(int second) {
        return NOON.plusSeconds(second).toEpochMilli();
    }

    private static String system(String kind, int second, String more) {
        return "<" + kind + " product=\"1\" timestamp=\"" + millis(second) + "\" " + more + "/>";
    }

    private List<String> prices() {
        return told.events(OddsSeen.class).stream()
                .flatMap(seen -> seen.quotes().stream())
                .map(quote ->
                        quote.getPrices().getFirst().getBackOdds() + (quote.getSuspended() ? " suspended" : " open")
                                + " at " + (quote.getObservedAt().getEpochSecond() - NOON.getEpochSecond()))
                .toList();
    }

    @Test
    void whatAProducerSaid_isSuspendedWhileItIsDown_andHoldsAgainAfterItsRecovery() throws Exception {
        read(odds(0, "2.0"));
        read(system("alive", 30, "subscribed=\"0\""));
        read(system("alive", 40, "subscribed=\"0\""));
        read(system("snapshot_complete", 50, "request_id=\"1\""));
        assertThat(prices()).containsExactly("2.0 open at 0", "2.0 suspended at 30", "2.0 open at 30");
        assertThat(told.events(FeedSeen.class)).extracting(FeedSeen::healthy).containsExactly(false, false, true);
    }

    @Test
    void whatComesDuringARecovery_isNotOpenBeforeItsEnd() throws Exception {
        read(odds(0, "2.0"));
        read(system("product_down", 30, ""));
        read(odds(35, "2.2"));
        read(system("snapshot_complete", 50, "request_id=\"1\""));
        assertThat(prices())
                .containsExactly("2.0 open at 0", "2.0 suspended at 30", "2.2 suspended at 35", "2.2 open at 35");
    }

    @Test
    void anotherProducersRecovery_changesNothing() throws Exception {
        read(odds(0, "2.0"));
        read(system("product_down", 30, ""));
        read(system("snapshot_complete", 50, "request_id=\"1\"").replace("product=\"1\"", "product=\"3\""));
        assertThat(prices()).endsWith("2.0 suspended at 30");
        assertThat(told.events(FeedSeen.class).getLast().healthy()).isFalse();
    }

    @Test
    void anOlderWord_neverOverridesANewerOne() throws Exception {
        read(odds(10, "2.0"));
        read(odds(5, "1.5"));
        read("<bet_stop groups=\"all\" product=\"1\" event_id=\"sr:match:5\" timestamp=\"" + millis(8) + "\"/>");
        assertThat(prices()).containsExactly("2.0 open at 10");
        assertThat(told.reasons()).containsExactly(RejectReason.OUT_OF_ORDER);
        read("<bet_stop groups=\"all\" product=\"1\" event_id=\"sr:match:5\" timestamp=\"" + millis(12) + "\"/>");
        assertThat(prices()).endsWith("2.0 suspended at 12");
    }

    @Test
    void aSuspendedMarket_staysSuspendedAfterARecovery() throws Exception {
        read(odds(0, "2.0"));
        read("<bet_stop groups=\"all\" product=\"1\" event_id=\"sr:match:5\" timestamp=\"" + millis(5) + "\"/>");
        read(system("product_down", 30, ""));
        read(system("snapshot_complete", 50, "request_id=\"1\""));
        assertThat(prices()).containsExactly("2.0 open at 0", "2.0 suspended at 5");
    }
}
