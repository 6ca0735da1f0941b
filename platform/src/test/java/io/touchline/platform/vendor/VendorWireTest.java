package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VendorWireTest {

    private static final Secret SECRET = new Secret("marked-secret-7261");

    private final HandClock clock = new HandClock();
    private final VendorWire wire = new VendorWire(clock, Duration.ofSeconds(30));
    private HttpServer server;
    private int status = 200;
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private Map<String, String> headers = Map.of();
    private String condition;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        wire.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        condition = exchange.getRequestHeaders().getFirst("If-None-Match");
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean same = condition != null && condition.equals(headers.get("ETag"));
        exchange.sendResponseHeaders(same ? 304 : status, same ? -1 : body.length);
        if (!same) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
        exchange.close();
    }

    private VendorRequest request() {
        return VendorRequest.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "/odds", Map.of("a", "1"))
                .withSecret("apiKey", SECRET);
    }

    @Test
    void aGoodAnswer() throws Exception {
        headers = Map.of("x-requests-remaining", "499.0");
        VendorAnswer answer = wire.get(request());
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        assertThat(answer.number("X-Requests-Remaining")).hasValue(499);
        assertThat(answer.receivedAt()).isEqualTo(clock.instant());
        assertThat(answer.location()).endsWith("/odds?a=1");
    }

    @Test
    void aPackedAnswer_isUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write("[1,2,3]".getBytes(StandardCharsets.UTF_8));
        }
        body = packed.toByteArray();
        headers = Map.of("Content-Encoding", "gzip");
        assertThat(new String(wire.get(request()).body(), StandardCharsets.UTF_8))
                .isEqualTo("[1,2,3]");
    }

    @Test
    void theSecondQuestionIsConditional_untilToldToForget() throws Exception {
        headers = Map.of("ETag", "\"v1\"");
        assertThat(wire.get(request()).unchanged()).isFalse();
        assertThat(wire.get(request()).unchanged()).isTrue();
        assertThat(condition).isEqualTo("\"v1\"");
        wire.forget(request());
        assertThat(wire.get(request()).unchanged()).isFalse();
        assertThat(condition).isNull();
    }

    @Test
    void everyStatusIsOneKindOfProblem_andNoneShowsTheSecret() {
        assertKind(401, Unauthorised.class);
        assertKind(403, Unauthorised.class);
        assertKind(404, PayloadChanged.class);
        assertKind(302, PayloadChanged.class);
        assertKind(500, SourceUnavailable.class);
        assertKind(503, SourceUnavailable.class);
        headers = Map.of("Retry-After", "17");
        assertKind(429, RateLimited.class);
        RateLimited limited = catchThrowableOfType(RateLimited.class, () -> wire.get(request()));
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    private void assertKind(int code, Class<? extends VendorException> kind) {
        status = code;
        assertThatThrownBy(() -> wire.get(request()))
                .isInstanceOf(kind)
                .hasMessageStartingWith("status " + code)
                .hasMessageNotContaining(SECRET.value());
    }

    @Test
    void nobodyThere_isUnavailable_withoutTheSecret() {
        VendorRequest nowhere = VendorRequest.of(URI.create("http://127.0.0.1:1"), "/odds", Map.of())
                .withSecret("apiKey", SECRET);
        assertThatThrownBy(() -> wire.get(nowhere))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageNotContaining(SECRET.value());
    }

    @Test
    void retryAfter_inSecondsOrAsADate_withinReason() {
        assertThat(VendorWire.retryAfter("5", clock.instant())).isEqualTo(Duration.ofSeconds(5));
        assertThat(VendorWire.retryAfter("Sat, 21 Mar 2026 12:02:00 GMT", clock.instant()))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(VendorWire.retryAfter("-3", clock.instant())).isZero();
        assertThat(VendorWire.retryAfter("99999999999", clock.instant())).isEqualTo(Duration.ofHours(24));
        assertThat(VendorWire.retryAfter("soon", clock.instant())).isEqualTo(Duration.ofSeconds(60));
        assertThat(VendorWire.retryAfter(null, clock.instant())).isEqualTo(Duration.ofSeconds(60));
    }
}
