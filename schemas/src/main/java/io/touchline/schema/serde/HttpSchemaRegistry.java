package io.touchline.schema.serde;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry over the Confluent REST API. Asks once for each schema and id and keeps the answer; a registry that is away or not yet ready is asked again, with growing
 * pauses, until the patience ends. An id that it does not know is asked for again for a short while too: behind a cluster the answer may lag behind the writer.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

    /** How long an unknown id is asked for again before its record counts as poison. */
    static final Duration UNKNOWN_ID_PATIENCE = Duration.ofSeconds(3);

    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final String CONTENT = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final @Nullable String authorization;
    private final Duration patience;
    private final HttpClient http;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unknownUntilNanos = new ConcurrentHashMap<>();

    /**
     * @param base such as {@code http://localhost:8081/apis/ccompat/v7}; with {@code user:password@} before the host where the registry asks for them, which are shown nowhere
     * @param patience how long to go on asking a registry that does not answer
     */
    public HttpSchemaRegistry(URI base, Duration patience) {
        String account = base.getUserInfo();
        String address = base.toString().replaceAll("/+$", "");
        this.base =
                URI.create(base.getRawUserInfo() == null ? address : address.replace(base.getRawUserInfo() + "@", ""));
        this.authorization = account == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public int register(String subject, Schema schema) {
        String text = schema.toString();
        String key = subject + ' ' + text;
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        String body = JSON.writeValueAsString(Map.of("schema", text, "schemaType", "AVRO"));
        URI uri = uri("/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions");
        HttpResponse<String> answer =
                ask(HttpRequest.newBuilder(uri).header("Content-Type", CONTENT).POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IncompatibleSchemaException("the registry at %s refused the schema of %s (%d): %s"
                    .formatted(base, subject, answer.statusCode(), answer.body()));
        }
        int id = json(answer).path("id").asInt();
        ids.put(key, id);
        schemas.put(id, schema);
        return id;
    }

    /** Sets the subject's compatibility, such as {@code BACKWARD_TRANSITIVE}. */
    public void compatibility(String subject, String level) {
        URI uri = uri("/config/" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(uri)
                .header("Content-Type", CONTENT)
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("compatibility", level)))));
        if (answer.statusCode() != 200) {
            throw new IncompatibleSchemaException("the registry at %s refused compatibility %s for %s (%d): %s"
                    .formatted(base, level, subject, answer.statusCode(), answer.body()));
        }
    }

    @Override
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Long until = unknownUntilNanos.get(id);
        if (until != null && until - System.nanoTime() > 0) {
            throw unknown(id);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/schemas/ids/" + id)).GET();
        long end = System.nanoTime() + UNKNOWN_ID_PATIENCE.toNanos();
        HttpResponse<String> answer = ask(request);
        while (answer.statusCode() == 404 && System.nanoTime() - end < 0) {
            pause(FIRST_PAUSE.multipliedBy(4));
            answer = ask(request);
        }
        if (answer.statusCode() != 200) {
            unknownUntilNanos.put(id, System.nanoTime() + Duration.ofMinutes(1).toNanos());
            throw unknown(id);
        }
        Schema schema = new Schema.Parser().parse(json(answer).path("schema").asString());
        schemas.put(id, schema);
        return schema;
    }

    private UnknownSchemaException unknown(int id) {
        return new UnknownSchemaException("the registry at " + base + " knows no schema of id " + id);
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            String failure;
            @Nullable Exception cause = null;
            try {
                HttpResponse<String> answer =
                        http.send(request.timeout(CALL_LIMIT).build(), BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    return answer;
                }
                failure = "it answered " + answer.statusCode();
            } catch (IOException e) {
                failure = e.toString();
                cause = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryUnavailableException("interrupted while asking the registry at " + base, e);
            }
            if (System.nanoTime() - end >= 0) {
                String message = "the schema registry at %s gave no answer for %d s (%s); is it running?"
                        .formatted(base, patience.toSeconds(), failure);
                throw cause == null
                        ? new RegistryUnavailableException(message)
                        : new RegistryUnavailableException(message, cause);
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking the registry at " + base, e);
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new RegistryUnavailableException(
                    "the registry at " + base + " answered something that is not JSON", e);
        }
    }
}
