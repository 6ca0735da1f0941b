package io.touchline.feature.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchline.feature.vector.FormProcessor;
import io.touchline.feature.vector.StoredState;
import io.touchline.feature.vector.VectorProcessor;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.FixtureForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint of the state stores, for the gateway and for other instances of this service; no door to the outside. Any instance answers for all:
 *
 * <ul>
 *   <li>{@code GET /features/{fixture}/vector}: its newest vector
 *   <li>{@code GET /features/{fixture}/part}: its team part
 *   <li>{@code GET /features/{fixture}/market}: its remembered prices
 *   <li>{@code GET /teams?association=soccer/ENG&team=arsenal}: the team's last matches in the state
 * </ul>
 *
 * <p>404 where the stores know nothing of it, 503 while they are moved or restored. The header {@link #ANSWERED_BY} names the instance.
 */
public final class QueryServer implements AutoCloseable {

    /** host:port of the instance whose store it is from. */
    public static final String ANSWERED_BY = "Touchline-Answered-By";

    private static final Logger LOG = LoggerFactory.getLogger(QueryServer.class);
    private static final String ASKED_BEFORE = "Touchline-Asked-Before";
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int TEAM_MATCHES = 20;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final HostInfo self;
    private final StateQueries queries;
    private volatile @Nullable StreamsRunner form;
    private volatile @Nullable StreamsRunner vector;

    /**
     * Takes its port; answers 503 until {@link #serve}.
     *
     * @param host name or address by which other instances and the gateway reach this one
     * @param port 0 for any free one
     */
    public QueryServer(String host, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "feature.query cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
        }
        self = new HostInfo(host, server.getAddress().getPort());
        queries = new StateQueries(self);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** host:port, for {@code application.server}. */
    public String address() {
        return StateQueries.name(self);
    }

    /** Answers from the stores of these applications. */
    public void serve(StreamsRunner formStreams, StreamsRunner vectorStreams) {
        form = formStreams;
        vector = vectorStreams;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
        http.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException e) {
                LOG.warn("no answer to {}", exchange.getRequestURI(), e);
                answer = Answer.unavailable(address());
            }
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set(ANSWERED_BY, answer.by());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        StreamsRunner parts = form;
        StreamsRunner vectors = vector;
        if (parts == null || vectors == null) {
            return Answer.unavailable(address());
        }
        URI uri = exchange.getRequestURI();
        Optional<StateQueries.Others> others = exchange.getRequestHeaders().containsKey(ASKED_BEFORE)
                ? Optional.empty()
                : Optional.of(host -> elsewhere(host, uri));
        List<String> path = Arrays.asList(uri.getPath().split("/", -1));
        if (exchange.getRequestMethod().equals("GET")
                && path.size() == 4
                && path.get(1).equals("features")) {
            String id = path.get(2);
            switch (path.get(3)) {
                case "vector" -> {
                    return queries.<FeatureVector>ask(
                            vectors.streams(),
                            VectorProcessor.LAST,
                            id,
                            store -> Optional.ofNullable(store.get(id)).map(StoredState::json),
                            others);
                }
                case "part" -> {
                    return queries.<FixtureForm>ask(
                            vectors.streams(),
                            VectorProcessor.FORMS,
                            id,
                            store -> Optional.ofNullable(store.get(id)).map(StoredState::json),
                            others);
                }
                case "market" -> {
                    return queries.<byte[]>ask(
                            vectors.streams(),
                            VectorProcessor.PRICES,
                            id,
                            store -> Optional.ofNullable(store.get(id)).map(StoredState::prices),
                            others);
                }
                default -> {}
            }
        }
        Map<String, String> asked = parameters(uri);
        String association = asked.get("association");
        String team = asked.get("team");
        if (uri.getPath().equals("/teams") && association != null && team != null) {
            return queries.<byte[]>ask(
                    parts.streams(),
                    FormProcessor.RESULTS,
                    association,
                    store -> StoredState.team(store, association, team, TEAM_MATCHES),
                    others);
        }
        return Answer.unknown(address());
    }

    private Optional<Answer> elsewhere(HostInfo host, URI question) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + StateQueries.name(host) + question))
                            .header(ASKED_BEFORE, address())
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 503
                    ? Optional.empty()
                    : Optional.of(new Answer(
                            answer.statusCode(),
                            answer.body(),
                            answer.headers().firstValue(ANSWERED_BY).orElse(StateQueries.name(host))));
        } catch (IOException away) {
            LOG.debug("{} does not answer: {}", host, away.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(URI uri) {
        String query = uri.getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(each -> each.split("=", 2))
                        .filter(each -> each.length == 2)
                        .collect(Collectors.toMap(
                                each -> decoded(each[0]), each -> decoded(each[1]), (one, other) -> other));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A fixture's path, for whoever asks. */
    public static String path(String fixtureId, String what) {
        return "/features/" + URLEncoder.encode(fixtureId, StandardCharsets.UTF_8) + '/' + what;
    }
}
