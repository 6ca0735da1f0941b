package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Topics;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProblemsTest {

    private static TestGateway gateway;

    @BeforeAll
    static void start(@TempDir Path folder) {
        gateway = new TestGateway(folder);
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = gateway.json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).startsWith("urn:touchline:problem:");
        return problem;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/matches?limit=0|limit lies in",
                "/api/v1/matches?limit=201|limit lies in",
                "/api/v1/matches?limit=many|limit is a number",
                "/api/v1/matches?status=ASLEEP|status is one of",
                "/api/v1/matches?from=yesterday|from looks like",
                "/api/v1/matches?kolour=red|kolour is not known here",
                "/api/v1/matches?team=a&team=b|team was given more than once",
                "/api/v1/matches?cursor=%2F%2F|cursor is not one that this list gave",
                "/api/v1/matches?cursor=YWJj|cursor is not one that this list gave",
                "/api/v1/alerts?cursor=YWJj|cursor is not one that this list gave",
                "/api/v1/odds/value?cursor=YWJj|cursor is not one that this list gave",
                "/api/v1/odds/value?minimumEdge=NaN|minimumEdge lies in",
                "/api/v1/odds/compare|matchId is needed"
            })
    void badParameter(String path, String detail) {
        assertThat(problem(gateway.get(path), 400).get("detail").asString()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing",
        "/api/v1/matches/soccer:eng.1:2026-27:a:b",
        "/api/v1/matches/soccer:eng.1:2026-27:arsenal:wolves/prediction",
        "/api/v1/matches/soccer:eng.1:2026-27:arsenal:wolves/features",
        "/nothing.js"
    })
    void unknownThing(String path) {
        assertThat(problem(gateway.get(path), 404).get("instance").asString()).isEqualTo(path);
    }

    @Test
    void wrongMethod_namesTheRightOnes() {
        HttpResponse<String> response = gateway.send(
                "/api/v1/matches",
                request -> request.header("X-API-Key", gateway.traderKey).DELETE());
        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        problem(gateway.get("/api/v1/predictions/batch"), 404);
    }

    @Test
    void headIsGetWithoutBody() {
        HttpResponse<String> response = gateway.send(
                "/api/v1/matches",
                request -> request.header("X-API-Key", gateway.traderKey)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void wrongBody() {
        String path = "/api/v1/predictions/batch";
        problem(gateway.post(path, "{"), 400);
        problem(gateway.post(path, ""), 400);
        problem(gateway.post(path, "null"), 400);
        problem(gateway.post(path, "[]"), 400);
        problem(gateway.post(path, "{\"matchIds\": []}"), 400);
        problem(gateway.post(path, "{\"matchIds\": [null]}"), 400);
        problem(gateway.post(path, "{\"matchIds\": [\"a\"], \"more\": 1}"), 400);
        problem(gateway.post("/api/v1/matches/predict", "{}"), 400);
        problem(
                gateway.send(
                        path,
                        request -> request.header("X-API-Key", gateway.traderKey)
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
                415);
    }

    @Test
    void tooLargeBody_toldOrNot() {
        String large = "{\"matchIds\": [\"" + "a".repeat(70_000) + "\"]}";
        problem(gateway.post("/api/v1/predictions/batch", large), 413);
        HttpResponse<String> chunked = gateway.send(
                "/api/v1/predictions/batch",
                request -> request.header("X-API-Key", gateway.traderKey)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large))));
        problem(chunked, 413);
    }

    @Test
    void answerThatNobodyCanRead() {
        problem(
                gateway.send(
                        "/api/v1/matches",
                        request ->
                                request.header("X-API-Key", gateway.traderKey).header("Accept", "image/png")),
                406);
    }

    @Test
    void everyAnswerTellsBrowsersWhatNotToDo() {
        for (String path : new String[] {"/", "/health", "/api/v1/matches", "/nothing"}) {
            HttpResponse<String> response = gateway.get(path);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
        }
    }
}
