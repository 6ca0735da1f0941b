package io.touchline.gateway.rest;

import io.touchline.schema.FeatureVector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Vectors out of the feature service's own state stores; any instance answers for all. One that does not answer is left alone for a while. */
public final class ServiceVectors implements VectorSource {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceVectors.class);
    private static final Duration LIMIT = Duration.ofMillis(800);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final URI service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final AtomicLong askAgainAt = new AtomicLong(System.nanoTime());

    /** @param service of one instance, {@code http://host:port} */
    public ServiceVectors(URI service) {
        this.service = service;
    }

    @Override
    public Mono<FeatureVector> newest(String id) {
        if (System.nanoTime() - askAgainAt.get() < 0) {
            return Mono.empty();
        }
        HttpRequest question = HttpRequest.newBuilder(
                        service.resolve("/features/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/vector"))
                .timeout(LIMIT)
                .build();
        return Mono.fromFuture(() -> http.sendAsync(question, HttpResponse.BodyHandlers.ofString()))
                .<FeatureVector>handle((answer, sink) -> {
                    if (answer.statusCode() == 200) {
                        sink.next(StoredVectors.ofRecord(answer.body()));
                    }
                })
                .onErrorResume(problem -> {
                    if (!(problem instanceof JacksonException)) {
                        askAgainAt.set(System.nanoTime() + LEFT_ALONE.toNanos());
                    }
                    LOG.warn("the feature service at {} tells no vector: {}", service, problem.toString());
                    return Mono.empty();
                });
    }
}
