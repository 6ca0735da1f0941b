package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document beside what the gateway really answers. */
class OpenApiTest {

    private static final String PLAYED = Samples.id("leeds", "derby");

    private static TestGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void feed(@TempDir Path folder) {
        gateway = new TestGateway(folder);
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.feed(
                Topics.LIVE_ODDS, Samples.odds(MATCH, KICKOFF, NOW, Samples.quote("pinnacle", 2.05, 3.50, 4.00, NOW)));
        gateway.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.PREDICTIONS, Samples.prediction(MATCH, KICKOFF, NOW));
        gateway.predictions = vector -> reactor.core.publisher.Mono.just(Samples.prediction(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.FEATURE_VECTORS, Samples.vector(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.LIVE_SCORES, Samples.state(MATCH, 12, 1, 0, "GOAL", NOW.minusSeconds(9)));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a1", MATCH, "OPENED", 1, 0.155, NOW));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a2", MATCH, "GRADED", 3, 0.1, NOW));
        gateway.feed(Topics.ALERT_OUTCOMES, Samples.outcome("o1", "eng.1", "MATCH_RESULT", "WON", 1.1, 0.04));
        gateway.feed(Topics.FIXTURES, Samples.fixture(PLAYED, NOW.minus(Duration.ofDays(2)), "SCHEDULED", NOW));
        gateway.feed(Topics.MATCH_RESULTS, Samples.result(PLAYED, NOW.minus(Duration.ofDays(2)), 2, 2));
        gateway.feed(
                Topics.MATCH_RESULTS,
                Samples.result("soccer:eng.1:2024-25:wolves:arsenal", NOW.minus(Duration.ofDays(400)), 0, 1));
        gateway.feed(Topics.SOURCE_HEALTH, DataSamples.source("betfair", "UP", NOW));
        gateway.feed(Topics.QUALITY_FINDINGS, DataSamples.finding("PRICE_JUMPED", "betfair", NOW));
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("espn", "633790", NOW));
        document = gateway.json("/docs/openapi.json");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static List<String> paths() {
        return List.of(
                "/api/v1/matches",
                "/api/v1/matches/live",
                "/api/v1/matches/upcoming",
                "/api/v1/matches/{id}",
                "/api/v1/matches/{id}/odds",
                "/api/v1/matches/{id}/prediction",
                "/api/v1/matches/{id}/events",
                "/api/v1/matches/{id}/head-to-head",
                "/api/v1/matches/{id}/features",
                "/api/v1/matches/predict",
                "/api/v1/odds/matches/{id}",
                "/api/v1/odds/compare",
                "/api/v1/odds/value",
                "/api/v1/odds/arbitrage",
                "/api/v1/odds/movement",
                "/api/v1/predictions/{id}",
                "/api/v1/predictions/batch",
                "/api/v1/predictions/custom",
                "/api/v1/alerts",
                "/api/v1/alerts/{id}",
                "/api/v1/alerts/stream",
                "/api/v1/recommendations/value-bets",
                "/api/v1/recommendations/today",
                "/api/v1/performance/metrics",
                "/api/v1/performance/by-league",
                "/api/v1/performance/by-market",
                "/api/v1/system/status",
                "/api/v1/system/sources",
                "/api/v1/system/quality",
                "/api/v1/fixtures/unmatched",
                "/api/v1/fixtures/unmatched/{id}/resolve",
                "/health");
    }

    @Test
    void documentsEveryPath() {
        Set<String> documented = new TreeSet<>();
        document.get("paths").propertyNames().forEach(documented::add);
        assertThat(documented).isEqualTo(new TreeSet<>(paths()));
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        Set<String> ids = new TreeSet<>();
        document.get("paths")
                .forEach(methods -> methods.forEach(operation -> assertThat(
                                ids.add(operation.get("operationId").asString()))
                        .isTrue()));
        assertThat(ids).hasSize(paths().size());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void answersAsDocumented(String path) {
        if (path.endsWith("/stream")) {
            assertThat(document.at("/paths/~1api~1v1~1alerts~1stream/get/responses/200/content")
                            .propertyNames())
                    .containsExactly("text/event-stream");
            return;
        }
        JsonNode operation = document.get("paths").get(path).iterator().next();
        JsonNode schema = operation
                .get("responses")
                .get("200")
                .get("content")
                .get("application/json")
                .get("schema");
        List<String> faults = new ArrayList<>();
        check(gateway.json(ask(path)), schema, "$", faults);
        assertThat(faults).isEmpty();
        // the longest of two matches holds live score and result, too
        if (path.equals("/api/v1/matches/{id}")) {
            check(gateway.json("/api/v1/matches/" + PLAYED), schema, "$", faults);
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void problemsAsDocumented() {
        List<String> faults = new ArrayList<>();
        JsonNode schema = document.get("components").get("schemas").get("Problem");
        check(gateway.json(gateway.get("/api/v1/matches?limit=0")), schema, "$", faults);
        check(gateway.json(gateway.get("/nothing")), schema, "$", faults);
        assertThat(faults).isEmpty();
    }

    private static HttpResponse<String> ask(String path) {
        return switch (path) {
            case "/api/v1/matches/predict" -> gateway.post(path, """
                        {"home_team_id": "arsenal", "away_team_id": "wolves", "match_date": "2026-08-15"}""");
            case "/api/v1/predictions/custom" -> gateway.post(path, "{\"matchId\": \"" + MATCH + "\"}");
            case "/api/v1/predictions/batch" -> gateway.post(path, "{\"matchIds\": [\"" + MATCH + "\", \"b\"]}");
            case "/api/v1/odds/compare" -> gateway.get(path + "?matchId=" + MATCH);
            case "/api/v1/alerts/{id}" -> gateway.get("/api/v1/alerts/a2");
            case "/api/v1/fixtures/unmatched/{id}/resolve" ->
                gateway.post(path.replace("{id}", "espn:12"), "{\"fixtureId\": \"" + MATCH + "\"}");
            case "/api/v1/system/status" ->
                gateway.send(path, request -> request.header("X-API-Key", gateway.adminKey));
            default -> gateway.get(path.replace("{id}", MATCH));
        };
    }

    /** As much of JSON Schema as the document uses. */
    private static void check(JsonNode value, JsonNode schema, String at, List<String> faults) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().substring("#/components/schemas/".length());
            check(value, document.get("components").get("schemas").get(name), at, faults);
            return;
        }
        if (schema.has("anyOf")) {
            for (JsonNode option : schema.get("anyOf")) {
                List<String> own = new ArrayList<>();
                check(value, option, at, own);
                if (own.isEmpty()) {
                    return;
                }
            }
            faults.add(at + " fits nothing of " + schema.get("anyOf"));
            return;
        }
        List<String> types = new ArrayList<>();
        if (schema.get("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.asString()));
        } else {
            types.add(schema.get("type").asString());
        }
        if (types.stream().noneMatch(type -> is(value, type))) {
            faults.add(at + " is " + value.getNodeType() + " but should be " + types);
            return;
        }
        if (value.isString() && schema.has("format")) {
            assertThat(Instant.parse(value.asString())).isNotNull();
        }
        if (value.isArray()) {
            for (int item = 0; item < value.size(); item++) {
                check(value.get(item), schema.get("items"), at + "[" + item + "]", faults);
            }
        }
        if (value.isObject()) {
            checkObject(value, schema, at, faults);
        }
    }

    private static void checkObject(JsonNode value, JsonNode schema, String at, List<String> faults) {
        JsonNode properties = schema.get("properties");
        JsonNode required = schema.get("required");
        if (required != null) {
            required.forEach(name -> {
                if (!value.has(name.asString())) {
                    faults.add(at + " lacks " + name.asString());
                }
            });
        }
        value.propertyStream().forEach(property -> {
            String name = at + "." + property.getKey();
            if (properties != null && properties.has(property.getKey())) {
                check(property.getValue(), properties.get(property.getKey()), name, faults);
            } else if (schema.get("additionalProperties").isObject()) {
                check(property.getValue(), schema.get("additionalProperties"), name, faults);
            } else {
                faults.add(name + " is not documented");
            }
        });
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> throw new AssertionError("unknown type " + type);
        };
    }
}
