package io.touchline.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.touchline.gateway.Samples;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Against a server that says what it is told to. */
class ServicePredictionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final FeatureVector VECTOR = Samples.vector(Samples.MATCH, Samples.KICKOFF, Samples.NOW);

    private final AtomicReference<FeatureVector> asked = new AtomicReference<>();
    private int status = 200;
    private byte[] body = new byte[0];
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/predictions", exchange -> {
            try (exchange) {
                asked.set(FeatureVector.fromByteBuffer(
                        ByteBuffer.wrap(exchange.getRequestBody().readAllBytes())));
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void vectorGoesOver_andPredictionComesBack() throws IOException {
        Prediction said = Samples.prediction(Samples.MATCH, Samples.KICKOFF, Samples.NOW);
        body = said.toByteBuffer().array();
        assertThat(predictions().predict(VECTOR).block(LIMIT)).isEqualTo(said);
        assertThat(asked.get()).isEqualTo(VECTOR);
    }

    @Test
    void noOpinion_isNothing() {
        status = 404;
        assertThat(predictions().predict(VECTOR).blockOptional(LIMIT)).isEmpty();
    }

    @Test
    void refusal_isTheCallers() {
        status = 400;
        body = "no such cutoff".getBytes(StandardCharsets.UTF_8);
        assertProblem(HttpStatus.BAD_REQUEST, "no such cutoff");
    }

    @Test
    void failureGarbageAndAbsence_areNotTheCallers() {
        status = 500;
        assertProblem(HttpStatus.SERVICE_UNAVAILABLE, "does not answer");
        status = 200;
        body = new byte[] {1, 2, 3};
        assertProblem(HttpStatus.SERVICE_UNAVAILABLE, "does not answer");
        PredictionSource away = predictions();
        server.stop(0);
        assertThatThrownBy(() -> away.predict(VECTOR).block(LIMIT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private void assertProblem(HttpStatus expected, String detail) {
        PredictionSource source = predictions();
        assertThatThrownBy(() -> source.predict(VECTOR).block(LIMIT))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(expected);
                    assertThat(problem).hasMessageContaining(detail);
                });
    }

    private PredictionSource predictions() {
        return new ServicePredictions(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
