package io.touchline.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AccessTest {

    @TempDir
    Path folder;

    @Test
    void keyIsKeptAsItsHashOnly_readableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("keys/api-keys.json");
        FileApiKeys keys = new FileApiKeys(file);
        ApiKey.Fresh fresh = ApiKey.create("ann", Role.READER, 7, Samples.NOW, new SecureRandom());
        keys.add(fresh.kept());
        assertThat(fresh.text()).startsWith("tl_" + fresh.kept().prefix() + "_");
        assertThat(Files.readString(file))
                .contains(fresh.kept().prefix())
                .doesNotContain(fresh.text().substring(12));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        FileApiKeys again = new FileApiKeys(file);
        assertThat(again.find(fresh.text())).contains(fresh.kept());
        String almost = fresh.text().substring(0, fresh.text().length() - 1)
                + (fresh.text().endsWith("A") ? "B" : "A");
        assertThat(again.find(almost)).isEmpty();
        assertThat(again.find("")).isEmpty();
    }

    @Test
    void damagedKeyFile_isNamed() throws IOException {
        Path file = folder.resolve("api-keys.json");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> new FileApiKeys(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("api-keys.json cannot be read");
    }

    @Test
    void localKey_madeOnce_keptBetweenStarts() throws IOException {
        Path file = folder.resolve("admin.key");
        FileApiKeys keys = new FileApiKeys(folder.resolve("api-keys.json"));
        String first = LocalKey.ensure(file, keys, Samples.NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(LocalKey.ensure(file, new FileApiKeys(folder.resolve("api-keys.json")), Samples.NOW))
                .isEqualTo(first);
        assertThat(keys.find(first).map(ApiKey::role)).isEqualTo(Optional.of(Role.ADMIN));
        Files.delete(folder.resolve("api-keys.json"));
        FileApiKeys lost = new FileApiKeys(folder.resolve("api-keys.json"));
        assertThat(LocalKey.ensure(file, lost, Samples.NOW)).isNotEqualTo(first);
    }

    private static int status(TestGateway gateway, String path, String key) {
        return gateway.send(path, request -> key.isEmpty() ? request : request.header("X-API-Key", key))
                .statusCode();
    }

    @Test
    void rolesOpenWhatTheyShould() {
        try (TestGateway gateway = new TestGateway(folder)) {
            assertThat(status(gateway, "/api/v1/matches", "")).isEqualTo(401);
            assertThat(status(gateway, "/api/v1/matches", "tl_abcdefgh_" + "x".repeat(43)))
                    .isEqualTo(401);
            assertThat(status(gateway, "/api/v1/matches", gateway.readerKey)).isEqualTo(200);
            assertThat(status(gateway, "/api/v1/alerts", gateway.readerKey)).isEqualTo(403);
            assertThat(status(gateway, "/api/v1/recommendations/today", gateway.readerKey))
                    .isEqualTo(403);
            assertThat(status(gateway, "/ws/edge", gateway.readerKey)).isEqualTo(403);
            assertThat(status(gateway, "/api/v1/alerts", gateway.traderKey)).isEqualTo(200);
            assertThat(status(gateway, "/api/v1/system/status", gateway.traderKey))
                    .isEqualTo(403);
            assertThat(status(gateway, "/api/v1/system/status", gateway.adminKey))
                    .isEqualTo(200);
            for (String open : new String[] {"/", "/docs", "/docs/openapi.json", "/health", "/metrics"}) {
                assertThat(status(gateway, open, "")).as(open).isEqualTo(200);
            }
            HttpResponse<String> refused = gateway.send("/api/v1/matches", request -> request);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("ApiKey realm=\"touchline\"");
        }
    }

    private static String passOf(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Max-Age=43200");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void pageNeedsNoKeyOnThisMachine() {
        try (TestGateway gateway = new TestGateway(folder)) {
            String pass = passOf(gateway.send("/", request -> request));
            HttpResponse<String> alerts = gateway.send("/api/v1/alerts", request -> request.header("Cookie", pass));
            assertThat(alerts.statusCode()).isEqualTo(200);
            assertThat(gateway.send("/api/v1/system/status", request -> request.header("Cookie", pass))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(gateway.send(
                                    "/api/v1/alerts",
                                    request -> request.header("Cookie", pass).header("Origin", "http://evil.example"))
                            .statusCode())
                    .isEqualTo(403);
            gateway.wall.addAndGet(12 * 3_600_000L);
            assertThat(gateway.send("/api/v1/alerts", request -> request.header("Cookie", pass))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void noPassThroughAProxy_norFromAnotherSite_norWhenSwitchedOff() {
        try (TestGateway gateway = new TestGateway(folder)) {
            assertThat(gateway.send("/", request -> request.header("X-Forwarded-For", "203.0.113.9"))
                            .headers()
                            .firstValue("Set-Cookie"))
                    .isEmpty();
            HttpResponse<String> foreign = gateway.send(
                    "/page/pass",
                    request ->
                            request.header("Origin", "http://evil.example").POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(foreign.statusCode()).isEqualTo(401);
        }
        try (TestGateway gateway = new TestGateway(folder, Map.of("gateway.page.without-key", "false"))) {
            assertThat(gateway.send("/", request -> request).headers().firstValue("Set-Cookie"))
                    .isEmpty();
            assertThat(gateway.send("/page/pass", request -> request.POST(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> withKey = gateway.send(
                    "/page/pass",
                    request ->
                            request.header("X-API-Key", gateway.readerKey).POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(withKey.statusCode()).isEqualTo(204);
            String pass = passOf(withKey);
            assertThat(gateway.send("/api/v1/matches", request -> request.header("Cookie", pass))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.send("/api/v1/alerts", request -> request.header("Cookie", pass))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void noPassUnderAForeignName() throws IOException {
        try (TestGateway gateway = new TestGateway(folder);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout((int) TestGateway.LIMIT.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("<title>Touchline</title>");
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("set-cookie");
        }
    }

    @Test
    void limitsEachKey_andTellsWhenToComeBack() {
        try (TestGateway gateway = new TestGateway(folder, Map.of("gateway.limit.requests-per-minute", "3"))) {
            for (int left = 2; left >= 0; left--) {
                HttpResponse<String> response = gateway.get("/api/v1/matches");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("RateLimit-Limit")).contains("3");
                assertThat(response.headers().firstValue("RateLimit-Remaining")).contains(Integer.toString(left));
            }
            HttpResponse<String> refused = gateway.get("/api/v1/matches");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problem = gateway.json(refused);
            assertThat(problem.get("detail").asString()).startsWith("3 requests a minute are allowed");
            assertThat(status(gateway, "/api/v1/matches", gateway.readerKey)).isEqualTo(200);
            assertThat(gateway.get("/health").statusCode()).isEqualTo(200);
            gateway.wall.addAndGet(60_000);
            assertThat(gateway.get("/api/v1/matches").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void cors_forNamedSitesOnly() {
        try (TestGateway gateway =
                new TestGateway(folder, Map.of("gateway.cors.allowed-origins", "https://good.example"))) {
            HttpResponse<String> preflight = gateway.send(
                    "/api/v1/matches",
                    request -> request.header("Origin", "https://good.example")
                            .header("Access-Control-Request-Method", "GET")
                            .header("Access-Control-Request-Headers", "X-API-Key")
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://good.example");
            HttpResponse<String> bad = gateway.send(
                    "/api/v1/matches",
                    request -> request.header("Origin", "https://evil.example").header("X-API-Key", gateway.readerKey));
            assertThat(bad.statusCode()).isEqualTo(403);
            assertThat(bad.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }
}
