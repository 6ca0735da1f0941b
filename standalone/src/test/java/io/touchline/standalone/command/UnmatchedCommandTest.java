package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code touchline unmatched} against a gateway that answers as ours does. */
class UnmatchedCommandTest {

    private static final String FIRST = """
            {"items":[{"id":"espn:633790","source":"espn","vendorId":"633790","reason":"UNKNOWN_TEAM","detail":"no team is called Aresnal",
            "candidates":["arsenal"],"firstAt":"2026-03-01T12:00:00Z","lastAt":"2026-03-01T12:05:00Z","times":7}],"nextCursor":"MQ"}""";
    private static final String SECOND = """
            {"items":[{"id":"betfair:1.2:3","source":"betfair","vendorId":"1.2:3","reason":"UNKNOWN_COMPETITION","detail":"no competition told",
            "candidates":[],"firstAt":"2026-03-01T12:00:00Z","lastAt":"2026-03-01T12:00:00Z","times":1}],"nextCursor":null}""";
    private static final String LINK = """
            {"source":"espn","vendorId":"633790","fixtureId":"soccer:eng.1:2025-26:arsenal:wolves","linkedBy":"ab12","emittedAt":"2026-03-01T12:06:00Z","isNew":true}""";

    @TempDir
    Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String uri = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + ' ' + uri + ' ' + body);
            boolean allowed = "secret".equals(exchange.getRequestHeaders().getFirst("X-API-Key"));
            String answer = !allowed
                    ? "{\"detail\":\"nobody was given this API key\"}"
                    : uri.contains("/resolve") ? LINK : uri.contains("cursor=MQ") ? SECOND : FIRST;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(allowed ? 200 : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Touchline.commandLine(Map.of(
                "TOUCHLINE_GATEWAY",
                "http://localhost:" + server.getAddress().getPort(),
                "TOUCHLINE_HOME",
                home.toString()));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    void list_showsEveryPart() {
        Run run = run("unmatched", "list", "--source", "espn", "--json", "--api-key", "secret");

        assertThat(run.err()).isEmpty();
        JsonNode unmatched = JsonMapper.shared().readTree(run.out()).path("unmatched");
        assertThat(unmatched).hasSize(2);
        assertThat(unmatched.at("/0/id").asString()).isEqualTo("espn:633790");
        assertThat(unmatched.at("/0/candidates/0").asString()).isEqualTo("arsenal");
        assertThat(unmatched.at("/1/id").asString()).isEqualTo("betfair:1.2:3");
        assertThat(asked).first().asString().startsWith("GET /api/v1/fixtures/unmatched?limit=200&source=espn");
        assertThat(run("unmatched", "list", "--api-key", "secret").out())
                .contains("espn:633790", "no team is called Aresnal");
    }

    @Test
    void resolve_sendsThePersonsWord() {
        Run run = run(
                "unmatched",
                "resolve",
                "espn:633790",
                "soccer:eng.1:2025-26:arsenal:wolves",
                "--json",
                "--api-key",
                "secret");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(JsonMapper.shared().readTree(run.out()).path("fixtureId").asString())
                .isEqualTo("soccer:eng.1:2025-26:arsenal:wolves");
        assertThat(asked.getFirst())
                .startsWith("POST /api/v1/fixtures/unmatched/espn%3A633790/resolve ")
                .contains("\"fixtureId\":\"soccer:eng.1:2025-26:arsenal:wolves\"");
    }

    @Test
    void aWrongKey_noKey_noVerb_areOneLineEach() {
        assertThat(run("unmatched", "list", "--api-key", "other"))
                .isEqualTo(new Run(1, "", "touchline: nobody was given this API key\n"));
        assertThat(run("unmatched", "list").err()).startsWith("touchline: there is no key in ");
        assertThat(run("unmatched").exitCode()).isEqualTo(2);
        assertThat(run("unmatched", "resolve", "espn:1").exitCode()).isEqualTo(2);
    }
}
