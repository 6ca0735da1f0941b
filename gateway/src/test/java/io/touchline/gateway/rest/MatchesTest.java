package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static io.touchline.gateway.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.platform.topic.RecordJson;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class MatchesTest {

    private static final String LIVE = id("leeds", "derby");
    private static final String DONE = id("wolves", "arsenal");

    private static TestGateway gateway;

    @BeforeAll
    static void feed(@TempDir Path folder) {
        gateway = new TestGateway(folder);
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.PREDICTIONS, Samples.prediction(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.FEATURE_VECTORS, Samples.vector(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.VALUE_ALERTS, Samples.alert("a1", MATCH, "OPENED", 1, 0.155, NOW));
        var begun = NOW.minus(Duration.ofMinutes(30));
        gateway.feed(Topics.FIXTURES, Samples.fixture(LIVE, begun, "SCHEDULED", begun.minusSeconds(60)));
        gateway.feed(Topics.LIVE_SCORES, Samples.state(LIVE, 12, 1, 0, "GOAL", begun.plusSeconds(720)));
        gateway.feed(Topics.LIVE_SCORES, Samples.state(LIVE, 30, 1, 0, null, NOW));
        var past = KICKOFF.minus(Duration.ofDays(7));
        gateway.feed(Topics.FIXTURES, Samples.fixture(DONE, past, "SCHEDULED", past.minusSeconds(60)));
        gateway.feed(Topics.MATCH_RESULTS, Samples.result(DONE, past, 2, 1));
        gateway.feed(
                Topics.MATCH_RESULTS,
                Samples.result("soccer:eng.1:2021-22:arsenal:wolves", KICKOFF.minus(Duration.ofDays(1800)), 3, 0));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("id").asString())
                .toList();
    }

    @Test
    void listsByKickoff_andLeavesOutWhatIsLongPast() {
        assertThat(ids(gateway.json("/api/v1/matches"))).containsExactly(DONE, LIVE, MATCH);
    }

    @Test
    void filters() {
        assertThat(ids(gateway.json("/api/v1/matches?status=IN_PLAY"))).containsExactly(LIVE);
        assertThat(ids(gateway.json("/api/v1/matches?team=DERB"))).containsExactly(LIVE);
        assertThat(ids(gateway.json("/api/v1/matches?competition=esp.1"))).isEmpty();
        assertThat(ids(gateway.json("/api/v1/matches?from=2026-08-15T12:00:00Z&to=2026-08-16")))
                .containsExactly(MATCH);
        assertThat(ids(gateway.json("/api/v1/matches/live"))).containsExactly(LIVE);
        assertThat(ids(gateway.json("/api/v1/matches/upcoming"))).containsExactly(MATCH);
    }

    @Test
    void pagesHoldEachMatchOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = gateway.json("/api/v1/matches?limit=1" + cursor);
            seen.addAll(ids(page));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);
        assertThat(seen).containsExactly(DONE, LIVE, MATCH);
    }

    @Test
    void showsPricesBesideFairOnes() {
        JsonNode match = gateway.json("/api/v1/matches/" + MATCH);
        assertThat(match.get("competitionName").asString()).isEqualTo("Premier League");
        assertThat(match.get("kickoffAt").asString()).isEqualTo("2026-08-15T14:00:00Z");
        assertThat(match.get("openAlerts").asInt()).isEqualTo(1);
        assertThat(match.get("live").isNull()).isTrue();
        JsonNode home = match.get("matchResult").get(0);
        assertThat(home.get("bestOdds").asDouble()).isEqualTo(2.10);
        assertThat(home.get("bestBookmaker").asString()).isEqualTo("pinnacle");
        assertThat(home.get("fairOdds").asDouble()).isCloseTo(1 / 0.55, within(1e-12));
        assertThat(home.get("edge").asDouble()).isCloseTo(0.55 * 2.10 - 1, within(1e-12));
    }

    @Test
    void showsScoreAndEvents() {
        JsonNode live = gateway.json("/api/v1/matches/" + LIVE).get("live");
        assertThat(live.get("minute").asInt()).isEqualTo(30);
        assertThat(live.get("homeGoals").asInt()).isEqualTo(1);
        JsonNode events = gateway.json("/api/v1/matches/" + LIVE + "/events").get("items");
        assertThat(events.size()).isEqualTo(1);
        assertThat(events.get(0).get("type").asString()).isEqualTo("GOAL");
        assertThat(events.get(0).get("minute").asInt()).isEqualTo(12);
    }

    @Test
    void unknownFeatureIsNull() {
        JsonNode features = gateway.json("/api/v1/matches/" + MATCH + "/features");
        JsonNode values = features.get("values");
        assertThat(values.get(0).get("value").asDouble()).isEqualTo(1520);
        assertThat(values.get(1).get("value").isNull()).isTrue();
        assertThat(features.get("unknown").asInt()).isEqualTo(values.size() - 1);
    }

    @Test
    void features_areThoseOfTheServicesOwnState_elseThoseThatAreKept() {
        FeatureVector kept = Samples.vector("soccer:eng.1:2019-20:arsenal:leeds", Samples.NOW, Samples.NOW);
        String path = "/api/v1/matches/" + kept.getFixtureId() + "/features";
        assertThat(gateway.get(path).statusCode()).isEqualTo(404);
        gateway.keptVectors.put(kept.getFixtureId(), kept);
        assertThat(gateway.json(path).get("cutoff").asString()).isEqualTo(kept.getCutoff());
        StringBuilder told = new StringBuilder();
        RecordJson.write(FeatureVector.newBuilder(kept).setCutoff("IN_PLAY").build(), told);
        gateway.stateVectors = id -> Mono.just(StoredVectors.ofRecord(told.toString()));
        try {
            JsonNode features = gateway.json(path);
            assertThat(features.get("cutoff").asString()).isEqualTo("IN_PLAY");
            assertThat(features.get("values").get(0).get("value").asDouble()).isEqualTo(1520);
            assertThat(features.get("values").get(1).get("value").isNull()).isTrue();
        } finally {
            gateway.stateVectors = VectorSource.NONE;
            gateway.keptVectors.clear();
        }
    }

    @Test
    void headToHead_atEitherGround_newestFirst() {
        JsonNode past = gateway.json("/api/v1/matches/" + MATCH + "/head-to-head");
        assertThat(past.get("items").size()).isEqualTo(2);
        assertThat(past.get("items").get(0).get("homeTeam").asString()).isEqualTo("wolves");
        assertThat(past.get("homeWins").asInt()).isEqualTo(1);
        assertThat(past.get("draws").asInt()).isZero();
        assertThat(past.get("awayWins").asInt()).isEqualTo(1);
    }

    @Test
    void predictsAScheduledMatch() {
        HttpResponse<String> response = gateway.post("/api/v1/matches/predict", """
                {"home_team_id": "arsenal", "away_team_id": "wolves", "match_date": "2026-08-15", "include_confidence": false}""");
        JsonNode answer = gateway.json(response);
        assertThat(answer.get("prediction").get("home_win").asDouble()).isEqualTo(0.55);
        assertThat(answer.get("prediction").get("confidence").isNull()).isTrue();
        assertThat(answer.get("metadata").get("match_id").asString()).isEqualTo(MATCH);
        assertThat(answer.get("metadata").get("scheduled").asBoolean()).isTrue();
    }

    @Test
    void predictsAMatchThatIsNotScheduled_byWhatIsKnownOfTheTeams() {
        List<FeatureVector> asked = new ArrayList<>();
        gateway.predictions = vector -> {
            asked.add(vector);
            return Mono.just(Samples.prediction(vector.getFixtureId(), vector.getKickoffAt(), vector.getAsOf()));
        };
        try {
            JsonNode answer = gateway.json(gateway.post("/api/v1/matches/predict", """
                    {"home_team_id": "derby", "away_team_id": "arsenal", "match_date": "2026-12-26"}"""));
            assertThat(answer.get("metadata").get("scheduled").asBoolean()).isFalse();
            assertThat(answer.get("metadata").get("match_id").asString())
                    .isEqualTo("soccer:eng.1:2026-27:derby:arsenal");
            assertThat(answer.get("prediction").get("home_win").asDouble()).isEqualTo(0.55);
            assertThat(asked.getFirst().getValues()).allMatch(value -> Float.isNaN(value));
            assertThat(asked.getFirst().getCutoff()).isEqualTo("OPENING");
            assertThat(gateway.post("/api/v1/matches/predict", """
                                    {"home_team_id": "nobody", "away_team_id": "wolves", "match_date": "2026-08-16"}""").statusCode())
                    .isEqualTo(404);
            assertThat(gateway.post("/api/v1/matches/predict", """
                                    {"home_team_id": "wolves", "away_team_id": "nobody", "match_date": "2026-08-16"}""").statusCode())
                    .isEqualTo(404);
        } finally {
            gateway.predictions = PredictionSource.NONE;
        }
    }

    @Test
    void predictsAVectorOfTheCallersOwn() {
        List<FeatureVector> asked = new ArrayList<>();
        gateway.predictions = vector -> {
            asked.add(vector);
            return Mono.just(Samples.prediction(vector.getFixtureId(), vector.getKickoffAt(), vector.getAsOf()));
        };
        String path = "/api/v1/predictions/custom";
        try {
            JsonNode changed = gateway.json(
                    gateway.post(
                            path,
                            "{\"matchId\": \"" + MATCH
                                    + "\", \"features\": {\"elo_difference\": 55.5, \"elo_home\": null}, \"cutoff\": \"CLOSING\"}"));
            assertThat(changed.get("matchId").asString()).isEqualTo(MATCH);
            FeatureVector vector = asked.getFirst();
            assertThat(FeatureCatalogue.value(vector, "elo_difference")).isEqualTo(55.5f);
            assertThat(FeatureCatalogue.value(vector, "elo_home")).isNaN();
            assertThat(vector.getCutoff()).isEqualTo("CLOSING");
            gateway.json(gateway.post(path, """
                    {"competition": "eng.1", "homeTeam": "leeds", "awayTeam": "wolves", "kickoffAt": "2026-12-26T15:00:00Z",
                     "features": {"market_fair_home": 0.5}}"""));
            assertThat(asked.getLast().getFixtureId()).isEqualTo("soccer:eng.1:2026-27:leeds:wolves");
            assertThat(FeatureCatalogue.value(asked.getLast(), "market_fair_home"))
                    .isEqualTo(0.5f);

            assertThat(gateway.post(path, "{\"matchId\": \"" + MATCH + "\", \"features\": {\"elo_hom\": 1}}")
                            .body())
                    .contains("no feature is called elo_hom");
            assertThat(gateway.post(path, "{\"competition\": \"eng.1\"}").statusCode())
                    .isEqualTo(400);
            assertThat(gateway.post(path, "{\"competition\": \"moon.1\", \"homeTeam\": \"a\", \"awayTeam\": \"b\"}")
                            .body())
                    .contains("moon.1 is not known");
            assertThat(gateway.post(path, "{\"matchId\": \"" + id("a", "b") + "\"}")
                            .statusCode())
                    .isEqualTo(404);
            gateway.predictions = vector1 -> Mono.empty();
            assertThat(gateway.post(path, "{\"matchId\": \"" + MATCH + "\"}").body())
                    .contains("no model has an opinion");
        } finally {
            gateway.predictions = PredictionSource.NONE;
        }
        assertThat(gateway.post(path, "{\"matchId\": \"" + MATCH + "\"}").statusCode())
                .isEqualTo(503);
    }

    @Test
    void unchangedAnswerIsNotSentAgain() {
        String path = "/api/v1/matches/" + MATCH;
        HttpResponse<String> first = gateway.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = gateway.send(
                path, request -> request.header("X-API-Key", gateway.readerKey).header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        HttpResponse<String> other = gateway.send(
                path, request -> request.header("X-API-Key", gateway.readerKey).header("If-None-Match", "\"x\""));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }
}
