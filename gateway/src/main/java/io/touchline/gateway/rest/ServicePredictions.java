package io.touchline.gateway.rest;

import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.AvroRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** Asks the prediction service over its own endpoint. */
public final class ServicePredictions implements PredictionSource {

    private static final Logger LOG = LoggerFactory.getLogger(ServicePredictions.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /** @param service {@code http://host:port} */
    public ServicePredictions(URI service) {
        this.endpoint = service.resolve("/predictions");
    }

    @Override
    public Mono<Prediction> predict(FeatureVector vector) {
        return Mono.fromFuture(() -> http.sendAsync(question(vector), HttpResponse.BodyHandlers.ofByteArray()))
                .onErrorMap(IOException.class, this::away)
                .handle((answer, sink) -> {
                    try {
                        switch (answer.statusCode()) {
                            case 200 -> sink.next(Prediction.fromByteBuffer(ByteBuffer.wrap(answer.body())));
                            case 400 ->
                                sink.error(new ProblemException(
                                        HttpStatus.BAD_REQUEST, new String(answer.body(), StandardCharsets.UTF_8)));
                            case 404 -> sink.complete();
                            default -> sink.error(away(new IOException("status " + answer.statusCode())));
                        }
                    } catch (IOException | AvroRuntimeException e) {
                        sink.error(away(e));
                    }
                });
    }

    private HttpRequest question(FeatureVector vector) {
        try {
            return HttpRequest.newBuilder(endpoint)
                    .timeout(LIMIT)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            vector.toByteBuffer().array()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProblemException away(Throwable problem) {
        LOG.warn("the prediction service at {} does not answer: {}", endpoint, problem.toString());
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE, "the prediction service does not answer; try again later");
    }
}
