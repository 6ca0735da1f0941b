package io.touchline.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the vendor servers say, read by a plain HTTP client. */
class VendorServerTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final DemoLeague demo = DemoLeague.start(now::get, 5, 120);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        client.shutdownNow();
        demo.close();
    }

    private HttpResponse<String> send(String method, String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(LIMIT)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> scoreboard(String dates) throws IOException, InterruptedException {
        return send("GET", demo.espnUrl() + "/apis/site/v2/sports/soccer/sim.1/scoreboard?limit=500&dates=" + dates);
    }

    private HttpResponse<String> odds(String query) throws IOException, InterruptedException {
        return send("GET", demo.theOddsApiUrl() + "/v4/sports/soccer_simulated_league/odds?" + query);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.builder().build().readTree(response.body());
    }

    @Test
    void scoreboardOfADay_showsEveryMatchAsItStands() throws Exception {
        now.set(START.plus(Duration.ofMinutes(130)));
        HttpResponse<String> response = scoreboard("20261121");
        JsonNode events = json(response).get("events");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Date")).hasValue("Sat, 21 Nov 2026 12:10:00 GMT");
        assertThat(events.size())
                .isEqualTo(demo.league()
                        .matchesBetween(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"))
                        .size());
        for (JsonNode event : events) {
            Match match = demo.league().matches().stream()
                    .filter(each -> each.eventId().equals(event.get("id").asString()))
                    .findFirst()
                    .orElseThrow();
            MatchView view = demo.league().viewAt(match, now.get());
            JsonNode competitors = event.get("competitions").get(0).get("competitors");
            assertThat(competitors.get(0).get("homeAway").asString()).isEqualTo("home");
            assertThat(competitors.get(0).get("score").asString()).isEqualTo(Integer.toString(view.goals(true)));
            assertThat(competitors.get(1).get("score").asString()).isEqualTo(Integer.toString(view.goals(false)));
        }
    }

    @Test
    void theOddsApi_asksForItsKey_andCountsCredits() throws Exception {
        assertThat(odds("regions=eu").statusCode()).isEqualTo(401);
        assertThat(json(odds("regions=eu&apiKey=x")).get("error_code").asString())
                .isEqualTo("INVALID_KEY");
        String key = "&apiKey=" + demo.theOddsApiKey();
        assertThat(odds("markets=h2h" + key).statusCode()).isEqualTo(422);
        HttpResponse<String> good = odds("regions=eu,uk&markets=h2h,totals,spreads" + key);
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.headers().firstValue("x-requests-last")).hasValue("6");
        assertThat(good.headers().firstValue("x-requests-used")).hasValue("6");
        JsonNode event = json(good).get(0);
        assertThat(event.get("id").asString()).matches("[0-9a-f]{32}");
        assertThat(event.get("bookmakers").size()).isEqualTo(8);
        assertThat(json(send(
                                "GET",
                                demo.theOddsApiUrl() + "/v4/sports/soccer_simulated_league/events?" + key.substring(1)))
                        .size())
                .isEqualTo(json(good).size());
    }

    @Test
    void everyFault_onCommand() throws Exception {
        String day = "20261121";
        HttpResponse<String> good = scoreboard(day);
        order("rate-limit");
        HttpResponse<String> limited = scoreboard(day);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("30");
        order("server-error");
        assertThat(scoreboard(day).statusCode()).isEqualTo(503);
        order("garbage");
        assertThat(scoreboard(day).body()).startsWith("<!DOCTYPE html>");
        order("changed-field");
        assertThat(scoreboard(day).body()).contains("\"contestants\"").doesNotContain("\"competitors\"");
        order("half");
        assertThatThrownBy(() -> scoreboard(day)).isInstanceOf(IOException.class);
        order("slow");
        assertThat(scoreboard(day).body()).isEqualTo(good.body());
        now.set(START.plus(Duration.ofMinutes(100)));
        order("duplicate");
        assertThat(scoreboard(day).body()).isEqualTo(good.body());
        assertThat(scoreboard(day).body()).isNotEqualTo(good.body());
        assertThat(send("POST", demo.espnUrl() + "/faults?fault=nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aGoalTakenBack_isMissingWhileTheFaultLasts() throws Exception {
        now.set(START.plus(Duration.ofMinutes(150)));
        int goals = goals(scoreboard("20261121"));
        order("goal-taken-back");
        assertThat(goals(scoreboard("20261121"))).isLessThan(goals);
        assertThat(goals(scoreboard("20261121"))).isEqualTo(goals);
    }

    @Test
    void theAliasFile_namesEveryClubAtBothVendors() throws IOException {
        assertThat(Files.readAllLines(demo.aliasFile()))
                .hasSize(21)
                .contains("soccer/SIM | dunmere-united | Dunmere United | Dunmere Utd; Dunmere");
        assertThat(demo.properties())
                .containsEntry("odds.connectors.theoddsapi.competitions", "sim.1")
                .containsEntry("ingest.connectors.espn.poll", "24s");
    }

    private void order(String fault) throws IOException, InterruptedException {
        assertThat(send("POST", demo.espnUrl() + "/faults?vendor=espn&answers=1&fault=" + fault)
                        .statusCode())
                .isEqualTo(200);
    }

    private static int goals(HttpResponse<String> response) {
        int goals = 0;
        for (JsonNode event : json(response).get("events")) {
            for (JsonNode competitor : event.get("competitions").get(0).get("competitors")) {
                goals += Integer.parseInt(competitor.get("score").asString());
            }
        }
        return goals;
    }
}
