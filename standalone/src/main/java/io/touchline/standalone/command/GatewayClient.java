package io.touchline.standalone.command;

import io.touchline.standalone.embedded.AddressFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running gateway: the one of this machine with the key that it keeps there, or any other. */
final class GatewayClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "address of the gateway (default: the one that runs on --home)")
    private @Nullable String gateway;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "key of a trader or administrator (default: the one that the gateway keeps on --home)")
    private @Nullable String apiKey;

    /** The answer to a question. */
    JsonNode get(CommonOptions common, String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(address(common.home(), path)).GET(), common.home());
    }

    /** The answer to an order. */
    JsonNode post(CommonOptions common, String path, Object body) throws InterruptedException {
        return send(
                HttpRequest.newBuilder(address(common.home(), path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                common.home());
    }

    /** What the clock of the gateway that runs on a home folder shows; a demo's runs ahead of this machine's. */
    static Instant clock(Path home) throws InterruptedException {
        GatewayClient client = new GatewayClient();
        return Instant.parse(client.send(
                        HttpRequest.newBuilder(client.address(home, "/api/v1/system/status"))
                                .GET(),
                        home)
                .path("now")
                .asString(""));
    }

    private URI address(Path home, String path) {
        String base = gateway != null
                ? gateway
                : AddressFile.of(home)
                        .findGateway()
                        .orElseThrow(() -> CommandFailure.failed("no gateway runs on " + home
                                + "; start it with touchline up, or name one with --gateway"));
        try {
            return URI.create(base.replaceAll("/+$", "") + path);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage("--gateway is no address: " + base);
        }
    }

    private String key(Path home) {
        if (apiKey != null) {
            return apiKey;
        }
        Path file = home.resolve("services/gateway/admin.key");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw CommandFailure.failed("there is no key in " + file + "; give one with --api-key");
        }
    }

    private JsonNode send(HttpRequest.Builder request, Path home) throws InterruptedException {
        HttpRequest whole =
                request.timeout(PATIENCE).header("X-API-Key", key(home)).build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response =
                    http.send(whole, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw CommandFailure.failed(
                        body.path("detail").asString("the gateway answers " + response.statusCode()));
            }
            return body;
        } catch (JacksonException e) {
            throw CommandFailure.failed("the gateway's answer cannot be read");
        } catch (IOException e) {
            throw CommandFailure.failed("the gateway does not answer: " + e.getMessage());
        }
    }
}
