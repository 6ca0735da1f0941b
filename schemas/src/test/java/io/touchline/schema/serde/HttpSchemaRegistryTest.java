package io.touchline.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Over a real socket against a small server that answers as the Confluent API does. */
class HttpSchemaRegistryTest {

    private final List<String> calls = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer server;
    private HttpSchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            synchronized (calls) {
                calls.add(call);
            }
            int status = 200;
            String body;
            if (failures.getAndDecrement() > 0) {
                status = 503;
                body = "starting";
            } else if (call.equals("POST /subjects/rejections-value/versions")) {
                body = "{\"id\":7}";
            } else if (call.equals("GET /schemas/ids/9")) {
                body = JsonMapper.shared()
                        .writeValueAsString(java.util.Map.of(
                                "schema", Topics.MODELS.schema().toString()));
            } else if (call.equals("POST /subjects/models-value/versions")) {
                status = 409;
                body = "{\"error_code\":409,\"message\":\"incompatible\"}";
            } else {
                status = 404;
                body = "{\"error_code\":40403,\"message\":\"Schema not found\"}";
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        registry = new HttpSchemaRegistry(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksOnceForEachSchemaAndId() {
        for (int i = 0; i < 3; i++) {
            assertThat(registry.register("rejections-value", Topics.REJECTIONS.schema()))
                    .isEqualTo(7);
            assertThat(registry.schema(9)).isEqualTo(Topics.MODELS.schema());
            assertThat(registry.schema(7)).isEqualTo(Topics.REJECTIONS.schema());
        }
        assertThat(calls).containsExactly("POST /subjects/rejections-value/versions", "GET /schemas/ids/9");
    }

    @Test
    void asksAgain_whereTheRegistryIsNotReady() {
        failures.set(3);
        assertThat(registry.schema(9)).isEqualTo(Topics.MODELS.schema());
        assertThat(calls).hasSize(4);
    }

    @Test
    void saysThatItIsAway_whereNothingListens() {
        server.stop(0);
        HttpSchemaRegistry away = new HttpSchemaRegistry(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofMillis(300));
        assertThatThrownBy(() -> away.schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("gave no answer")
                .hasMessageContaining("is it running?");
    }

    @Test
    void saysWhichSchemaWasRefused() {
        assertThatThrownBy(() -> registry.register("models-value", Topics.MODELS.schema()))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("models-value")
                .hasMessageContaining("409");
    }

    @Test
    void anUnknownIdIsPoison_andIsNotAskedForOverAndOver() {
        assertThatThrownBy(() -> registry.schema(404)).isInstanceOf(UnknownSchemaException.class);
        int asked = calls.size();
        assertThat(asked).isGreaterThan(1);
        assertThatThrownBy(() -> registry.schema(404)).isInstanceOf(UnknownSchemaException.class);
        assertThat(calls).hasSize(asked);
    }
}
