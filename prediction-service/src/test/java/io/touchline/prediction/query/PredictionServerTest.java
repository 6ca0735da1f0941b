package io.touchline.prediction.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.prediction.score.ModelReleases;
import io.touchline.prediction.score.Scorer;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over a real socket, by the scorer of the service with what needs no training. */
class PredictionServerTest {

    private static final Instant NOW = Instant.parse("2026-08-15T12:00:00Z");

    private final PredictionServer server = new PredictionServer(
            "127.0.0.1", 0, new Scorer(new ModelReleases(), InstantSource.fixed(NOW), scored -> {})::score);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void vector_isPredictedAsInTheStream() throws Exception {
        HttpResponse<byte[]> answer =
                post(vector(Map.of("market_fair_home", 0.5f, "market_fair_draw", 0.3f, "market_fair_away", 0.2f))
                        .toByteBuffer()
                        .array());
        assertThat(answer.statusCode()).isEqualTo(200);
        Prediction prediction = Prediction.fromByteBuffer(ByteBuffer.wrap(answer.body()));
        assertThat(prediction.getFixtureId()).isEqualTo("soccer:eng.1:2026-27:leeds:wolves");
        assertThat(prediction.getMarkets().getFirst().getMarket()).isEqualTo("MATCH_RESULT");
        assertThat(prediction.getMarkets().getFirst().getSelections().getFirst().getWin())
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void vectorOfNothing_hasNoOpinion() throws Exception {
        assertThat(post(vector(Map.of()).toByteBuffer().array()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoVector_isRefused() throws Exception {
        assertThat(post(new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
        assertThat(post(new byte[100_000]).statusCode()).isEqualTo(413);
        HttpResponse<byte[]> read = http.send(
                HttpRequest.newBuilder(uri()).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(read.statusCode()).isEqualTo(405);
    }

    private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri())
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + PredictionServer.PATH);
    }

    private static FeatureVector vector(Map<String, Float> known) {
        List<Float> values =
                new ArrayList<>(Collections.nCopies(FeatureCatalogue.shipped().size(), Float.NaN));
        known.forEach((name, value) -> values.set(FeatureCatalogue.position(name), value));
        return FeatureVector.newBuilder()
                .setFixtureId("soccer:eng.1:2026-27:leeds:wolves")
                .setCompetition("eng.1")
                .setSeason("2026-27")
                .setHomeTeam("leeds")
                .setAwayTeam("wolves")
                .setKickoffAt(NOW.plusSeconds(86_400))
                .setCutoff("OPENING")
                .setAsOf(NOW)
                .setCatalogueVersion(FeatureCatalogue.shipped().version())
                .setValues(values)
                .setEmittedAt(NOW)
                .build();
    }
}
