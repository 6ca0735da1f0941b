package io.touchline.prediction.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint of the scorer, for the gateway; no door to the outside. {@code POST /predictions} takes a {@link FeatureVector} and answers the {@link Prediction} by the models that are in force at the vector's time, both in
 * Avro's single-object encoding: 400 where it is no vector, 404 where no model has an opinion. Unknown values are NaN; what the models know of the teams by themselves they add.
 */
public final class PredictionServer implements AutoCloseable {

    public static final String PATH = "/predictions";

    private static final Logger LOG = LoggerFactory.getLogger(PredictionServer.class);
    private static final int MOST_BYTES = 1 << 16;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<FeatureVector, Iterable<Prediction>> scorer;

    private record Answer(int status, byte[] body) {

        static Answer problem(int status, String text) {
            return new Answer(status, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Takes its port and answers from now on.
     *
     * @param host name or address of this machine to listen on
     * @param port 0 for any free one
     * @param scorer at most one prediction of a vector
     */
    public PredictionServer(String host, int port, Function<FeatureVector, Iterable<Prediction>> scorer) {
        this.scorer = scorer;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "prediction.query cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
        }
        server.setExecutor(workers);
        server.createContext(PATH, this::handle);
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.problem(405, "POST a vector");
        }
        byte[] asked = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (asked.length > MOST_BYTES) {
            return Answer.problem(413, "a vector has at most " + MOST_BYTES + " bytes");
        }
        FeatureVector vector;
        try {
            vector = FeatureVector.fromByteBuffer(ByteBuffer.wrap(asked));
        } catch (IOException | AvroRuntimeException e) {
            return Answer.problem(400, "this is no vector: " + e.getMessage());
        }
        try {
            Iterator<Prediction> said = scorer.apply(vector).iterator();
            return said.hasNext()
                    ? new Answer(200, said.next().toByteBuffer().array())
                    : Answer.problem(404, "no model has an opinion");
        } catch (IllegalArgumentException e) {
            return Answer.problem(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("no answer to a vector of {}", vector.getFixtureId(), e);
            return Answer.problem(500, "the models failed");
        }
    }
}
