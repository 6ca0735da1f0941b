package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static io.touchline.gateway.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AlertsTest {

    private static final String TOMORROW = id("leeds", "derby");

    private static TestGateway gateway;

    @BeforeAll
    static void feed(@TempDir Path folder) {
        gateway = new TestGateway(folder);
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a1", MATCH, "OPENED", 1, 0.05, NOW));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a2", MATCH, "OPENED", 1, 0.09, NOW.plusSeconds(1)));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a1", MATCH, "UPDATED", 2, 0.06, NOW.plusSeconds(2)));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a3", MATCH, "OPENED", 1, 0.2, NOW.plusSeconds(3)));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a3", MATCH, "CLOSED", 2, 0.01, NOW.plusSeconds(4)));
        ValueAlert tomorrow = Samples.alert("a4", TOMORROW, "OPENED", 1, 0.07, NOW.plusSeconds(5));
        tomorrow.setKickoffAt(KICKOFF.plus(Duration.ofDays(1)));
        gateway.feed(Topics.VALUE_ALERTS, tomorrow);
        gateway.feed(Topics.ALERT_OUTCOMES, Samples.outcome("o1", "eng.1", "MATCH_RESULT", "WON", 1.1, 0.04));
        gateway.feed(Topics.ALERT_OUTCOMES, Samples.outcome("o2", "eng.1", "MATCH_RESULT", "LOST", -1.0, 0.02));
        gateway.feed(Topics.ALERT_OUTCOMES, Samples.outcome("o3", "esp.1", "TOTAL_GOALS", "PUSH", 0.0, null));
        gateway.feed(Topics.ALERT_OUTCOMES, Samples.outcome("o3", "esp.1", "TOTAL_GOALS", "PUSH", 0.0, null));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static List<String> alerts(String path) {
        return StreamSupport.stream(gateway.json(path).get("items").spliterator(), false)
                .map(item ->
                        item.get("alertId").asString() + " " + item.get("state").asString())
                .toList();
    }

    @Test
    void listsLatestEventOfEach_newestFirst() {
        assertThat(alerts("/api/v1/alerts")).containsExactly("a4 OPENED", "a3 CLOSED", "a1 UPDATED", "a2 OPENED");
        assertThat(alerts("/api/v1/alerts?state=OPEN")).containsExactly("a4 OPENED", "a1 UPDATED", "a2 OPENED");
        assertThat(alerts("/api/v1/alerts?minimumEdge=0.08")).containsExactly("a2 OPENED");
        assertThat(alerts("/api/v1/alerts?matchId=" + TOMORROW)).containsExactly("a4 OPENED");
        assertThat(alerts("/api/v1/alerts?bookmaker=bet365")).isEmpty();
    }

    @Test
    void pagesHoldEachAlertOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = gateway.json("/api/v1/alerts?limit=3" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("alertId").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);
        assertThat(seen).containsExactly("a4", "a3", "a1", "a2");
    }

    @Test
    void recommendsOpenOnes_byEdge() {
        assertThat(alerts("/api/v1/recommendations/value-bets"))
                .containsExactly("a2 OPENED", "a4 OPENED", "a1 UPDATED");
        assertThat(alerts("/api/v1/recommendations/today")).containsExactly("a2 OPENED", "a1 UPDATED");
    }

    @Test
    void alertShowsItsGrounds() {
        JsonNode alert = gateway.json("/api/v1/alerts/a1");
        assertThat(alert.get("match").asString()).isEqualTo("Arsenal v Wolves");
        assertThat(alert.get("fairProbabilities").size()).isEqualTo(3);
        assertThat(alert.get("priceAgeMillis").asLong()).isEqualTo(250);
        assertThat(alert.get("votes").get(0).get("model").asString()).isEqualTo("market");
        assertThat(alert.get("reasons").get(0).get("effect").asDouble()).isEqualTo(0.08);
        assertThat(alert.get("stake").asDouble()).isEqualTo(0.0175);
        assertThat(alert.get("expiresAt").asString()).isEqualTo("2026-08-15T14:00:00Z");
        assertThat(gateway.get("/api/v1/alerts/a9").statusCode()).isEqualTo(404);
    }

    @Test
    void performance_countsEachOutcomeOnce_andTellsHowSureItIs() {
        JsonNode metrics = gateway.json("/api/v1/performance/metrics");
        JsonNode measures = metrics.get("measures");
        assertThat(measures.get("count").asInt()).isEqualTo(3);
        assertThat(measures.get("hitRate").get("value").asDouble()).isEqualTo(0.5);
        assertThat(measures.get("hitRate").get("count").asInt()).isEqualTo(2);
        assertThat(measures.get("profitPerUnit").get("value").asDouble()).isCloseTo(0.1 / 3, within(1e-12));
        JsonNode clv = measures.get("clv");
        assertThat(clv.get("value").asDouble()).isCloseTo(0.03, within(1e-12));
        assertThat(clv.get("count").asInt()).isEqualTo(2);
        // Student with one degree of freedom: 12.7062 x 0.0141421 / sqrt 2
        assertThat(clv.get("upper").asDouble() - 0.03).isCloseTo(0.127062, within(1e-6));
        assertThat(measures.get("stakedProfit").asDouble()).isCloseTo(0.02 * 0.1, within(1e-12));
        assertThat(metrics.get("note").asString()).contains("no promise of profit");
    }

    @Test
    void performance_byLeagueAndMarket_mostFirst() {
        JsonNode leagues = gateway.json("/api/v1/performance/by-league").get("items");
        assertThat(leagues.get(0).get("name").asString()).isEqualTo("eng.1");
        assertThat(leagues.get(0).get("title").asString()).isEqualTo("Premier League");
        assertThat(leagues.get(0).get("measures").get("count").asInt()).isEqualTo(2);
        JsonNode markets = gateway.json("/api/v1/performance/by-market").get("items");
        assertThat(markets.get(1).get("name").asString()).isEqualTo("TOTAL_GOALS");
        JsonNode none = markets.get(1).get("measures").get("hitRate");
        assertThat(none.get("count").asInt()).isZero();
        assertThat(none.get("value").isNull()).isTrue();
        assertThat(gateway.json("/api/v1/performance/metrics?to=2026-08-15")
                        .get("measures")
                        .get("count")
                        .asInt())
                .isZero();
    }
}
