package io.touchline.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.market.Market;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the simulated exchange says, read by a plain client over TLS. */
class BetfairServerTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final int READ_LIMIT_MILLIS = 60_000;
    private static final int MOST_MESSAGES = 2_000;
    private static final BetfairServer.Account ACCOUNT = new BetfairServer.Account("key", "user", "marked password");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final League league = League.of(START, 5, LeaguePlan.demo());
    private final FaultBoard faults = new FaultBoard();
    private final BetfairServer server = BetfairServer.of(now::get, league, new Market(league), faults, ACCOUNT, 1_000);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
    }

    private JsonNode post(String path, String body, String token) throws IOException, InterruptedException {
        return Json.read(http.send(
                        HttpRequest.newBuilder(URI.create(server.restUrl() + path))
                                .timeout(Duration.ofMillis(READ_LIMIT_MILLIS))
                                .header("X-Application", "key")
                                .header("X-Authentication", token)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private String login() throws IOException, InterruptedException {
        return post("/api/login", "username=user&password=marked+password", "x")
                .get("token")
                .asString();
    }

    /** A plain client of the stream with a book of its own. */
    private static final class Client implements AutoCloseable {

        private final SSLSocket socket;
        private final BufferedReader in;
        private final OutputStream out;
        private final Map<String, Object> book = new TreeMap<>();
        private String clk = "";
        private String initialClk = "";

        Client(BetfairServer server) throws Exception {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(server.truststore())) {
                trusted.load(file, server.truststorePassword().toCharArray());
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            socket = (SSLSocket) context.getSocketFactory().createSocket(server.streamHost(), server.streamPort());
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(READ_LIMIT_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        JsonNode next() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the server has gone");
            }
            JsonNode message = Json.read(line);
            if (message.has("clk")) {
                clk = message.get("clk").asString();
                initialClk = message.path("initialClk").asString(initialClk);
            }
            for (JsonNode market : message.path("mc")) {
                patch(market);
            }
            return message;
        }

        private void patch(JsonNode market) {
            String id = market.get("id").asString();
            if (market.path("img").asBoolean(false)) {
                book.keySet().removeIf(key -> key.startsWith(id));
            }
            if (market.has("marketDefinition")) {
                book.put(id + " definition", market.get("marketDefinition"));
            }
            for (JsonNode runner : market.path("rc")) {
                String key =
                        id + " " + runner.get("id") + " " + runner.path("hc").asDouble(0) + " ";
                for (String ladder : new String[] {"atb", "atl", "trd"}) {
                    for (JsonNode offer : runner.path(ladder)) {
                        String place = key + ladder + " " + offer.get(0).asDouble();
                        book.put(place, offer.get(1).asDouble());
                        book.remove(place, 0.0);
                    }
                }
                for (String field : new String[] {"ltp", "tv"}) {
                    if (runner.has(field)) {
                        book.put(key + field, runner.get(field).asDouble());
                    }
                }
            }
        }

        JsonNode until(Predicate<JsonNode> wanted) throws IOException {
            for (int i = 0; i < MOST_MESSAGES; i++) {
                JsonNode message = next();
                if (wanted.test(message)) {
                    return message;
                }
            }
            throw new IOException("not among so many messages");
        }

        void send(String json) throws IOException {
            out.write((json + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        Client authenticated(String token) throws IOException {
            until(message -> message.path("op").asString("").equals("connection"));
            send("{\"op\":\"authentication\",\"id\":1,\"appKey\":\"key\",\"session\":\"" + token + "\"}");
            assertThat(next().get("statusCode").asString()).isEqualTo("SUCCESS");
            return this;
        }

        void subscribe(String filter, String more) throws IOException {
            send("{\"op\":\"marketSubscription\",\"id\":2,\"heartbeatMs\":500,\"marketFilter\":{" + filter
                    + "},\"marketDataFilter\":{\"fields\":[\"EX_ALL_OFFERS\",\"EX_TRADED\",\"EX_TRADED_VOL\",\"EX_LTP\","
                    + "\"EX_MARKET_DEF\"]}" + more + "}");
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean is(JsonNode message, String type) {
        return message.path("ct").asString("").equals(type);
    }

    private static final String ODDS = "\"eventTypeIds\":[\"1\"],\"marketTypes\":[\"MATCH_ODDS\",\"ASIAN_HANDICAP\"]";

    @Test
    void aResumedSubscription_knowsWhatAnUnbrokenOneKnows() throws Exception {
        String token = login();
        try (Client whole = new Client(server).authenticated(token)) {
            whole.subscribe(ODDS, "");
            whole.until(message -> is(message, "SUB_IMAGE"));
            Client first = new Client(server).authenticated(token);
            first.subscribe(ODDS, "");
            first.until(message -> is(message, "SUB_IMAGE"));
            now.set(START.plus(Duration.ofMinutes(30)));
            first.until(message -> message.has("mc"));
            first.close();
            now.set(START.plus(Duration.ofMinutes(100)));
            whole.until(message ->
                    message.has("mc") && message.get("pt").asLong() == now.get().toEpochMilli());
            try (Client second = new Client(server).authenticated(token)) {
                second.book.putAll(first.book);
                second.subscribe(ODDS, ",\"initialClk\":\"" + first.initialClk + "\",\"clk\":\"" + first.clk + "\"");
                JsonNode delta = second.until(message -> message.has("ct"));
                assertThat(delta.get("ct").asString()).isEqualTo("RESUB_DELTA");
                assertThat(second.book).isEqualTo(whole.book);
            }
            try (Client fresh = new Client(server).authenticated(token)) {
                fresh.subscribe(ODDS, "");
                fresh.until(message -> is(message, "SUB_IMAGE"));
                assertThat(fresh.book).isEqualTo(whole.book);
            }
        }
    }

    @Test
    void aMarket_goesInPlay_isSuspendedAfterAGoal_andIsSettled() throws Exception {
        Match match = league.matchesBetween(START, START.plus(Duration.ofHours(2))).stream()
                .filter(each -> league.script(each).events().stream()
                        .anyMatch(event -> event.kind().isGoal() && event.takenBackAt() == MatchEvent.STANDS))
                .findFirst()
                .orElseThrow();
        MatchEvent goal = league.script(match).events().stream()
                .filter(event -> event.kind().isGoal())
                .findFirst()
                .orElseThrow();
        String id = BetfairMarketBook.idOf(match, BetfairType.MATCH_ODDS);
        try (Client client = new Client(server).authenticated(login())) {
            client.subscribe("\"marketIds\":[\"" + id + "\"]", "");
            client.until(message -> is(message, "SUB_IMAGE"));
            assertThat(definition(client, id).get("status").asString()).isEqualTo("OPEN");
            now.set(match.kickoffAt().plusSeconds(goal.elapsed() + 5));
            client.until(message -> message.has("mc"));
            assertThat(definition(client, id).get("status").asString()).isEqualTo("SUSPENDED");
            assertThat(definition(client, id).get("inPlay").asBoolean()).isTrue();
            assertThat(client.book.keySet()).noneMatch(key -> key.contains(" atb "));
            now.set(match.kickoffAt().plus(Duration.ofMinutes(125)));
            client.until(message -> message.has("mc"));
            JsonNode end = definition(client, id);
            assertThat(end.get("status").asString()).isEqualTo("CLOSED");
            assertThat(end.get("settledTime").asString()).endsWith("Z");
            assertThat(end.get("runners")
                            .valueStream()
                            .map(each -> each.get("status").asString()))
                    .containsOnlyOnce("WINNER")
                    .contains("LOSER");
            client.until(message -> is(message, "HEARTBEAT"));
        }
    }

    private static JsonNode definition(Client client, String id) {
        return (JsonNode) client.book.get(id + " definition");
    }

    @Test
    void largeImages_comeInSegments_andTheCatalogueNamesTheSameMarkets() throws Exception {
        String token = login();
        try (Client client = new Client(server).authenticated(token)) {
            client.subscribe("", ",\"segmentationEnabled\":true");
            JsonNode start = client.until(message -> message.has("ct"));
            assertThat(start.get("segmentType").asString()).isEqualTo("SEG_START");
            assertThat(start.has("clk")).isFalse();
            JsonNode end = client.until(
                    message -> message.path("segmentType").asString("").equals("SEG_END"));
            assertThat(end.get("ct").asString()).isEqualTo("SUB_IMAGE");
            assertThat(client.clk).isNotEmpty();
            long markets = client.book.keySet().stream()
                    .filter(key -> key.endsWith("definition"))
                    .count();
            JsonNode catalogue = post(
                            "/exchange/betting/json-rpc/v1",
                            "{\"jsonrpc\":\"2.0\",\"method\":\"SportsAPING/v1.0/listMarketCatalogue\",\"id\":1,\"params\":"
                                    + "{\"filter\":{},\"marketProjection\":[\"EVENT\",\"RUNNER_DESCRIPTION\"],\"maxResults\":1000}}",
                            token)
                    .get("result");
            assertThat(catalogue.size()).isEqualTo((int) markets);
            assertThat(catalogue.get(0).get("event").get("name").asString()).contains(" v ");
        }
    }

    @Test
    void whatIsWrong_isToldWithItsCode() throws Exception {
        String token = login();
        try (Client silent = new Client(server)) {
            silent.next();
            JsonNode status = silent.next();
            assertThat(status.get("errorCode").asString()).isEqualTo("TIMEOUT");
            assertThat(status.get("connectionClosed").asBoolean()).isTrue();
        }
        try (Client stranger = new Client(server)) {
            stranger.next();
            stranger.send("{\"op\":\"authentication\",\"id\":1,\"appKey\":\"key\",\"session\":\"old\"}");
            assertThat(stranger.next().get("errorCode").asString()).isEqualTo("INVALID_SESSION_INFORMATION");
        }
        try (Client clock = new Client(server).authenticated(token)) {
            clock.subscribe(ODDS, ",\"clk\":\"AAAA\",\"initialClk\":\"AAAA\"");
            assertThat(clock.next().get("errorCode").asString()).isEqualTo("INVALID_CLOCK");
        }
        try (Client many = new Client(server).authenticated(token)) {
            String ids = String.join(",", java.util.Collections.nCopies(201, "\"1.1\""));
            many.subscribe("\"marketIds\":[" + ids + "]", "");
            JsonNode status = many.next();
            assertThat(status.get("errorCode").asString()).isEqualTo("SUBSCRIPTION_LIMIT_EXCEEDED");
            assertThat(status.get("connectionClosed").asBoolean()).isFalse();
            many.subscribe(ODDS, "");
            many.until(message -> is(message, "SUB_IMAGE"));
        }
    }

    @Test
    void faults_onCommand() throws Exception {
        String token = login();
        try (Client client = new Client(server).authenticated(token)) {
            client.subscribe(ODDS, "");
            client.until(message -> is(message, "SUB_IMAGE"));
            faults.setNext("betfair", Fault.SERVER_ERROR, 1);
            assertThat(client.next().get("status").asInt()).isEqualTo(503);
            faults.setNext("betfair", Fault.DUPLICATE, 1);
            JsonNode one = client.next();
            assertThat(client.next()).isEqualTo(one);
            faults.setNext("betfair", Fault.GARBAGE, 1);
            assertThat(client.in.readLine()).startsWith("<html>");
            client.next();
            faults.setNext("betfair", Fault.REORDER, 1);
            now.set(START.plus(Duration.ofMinutes(10)));
            JsonNode newer = client.next();
            JsonNode older = client.next();
            assertThat(older.get("pt").asLong())
                    .isLessThanOrEqualTo(newer.get("pt").asLong());
            assertThat(older.has("mc")).isTrue();
            faults.set("betfair", Fault.CUT, Duration.ofSeconds(60));
            assertThat(client.in.lines().limit(MOST_MESSAGES).count()).isLessThan(MOST_MESSAGES);
        }
    }

    @Test
    void aRecording_isPlayedLineByLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("recording"), """
                {"op":"mcm","clk":"1","pt":1700000000000,"mc":[{"id":"1.5","marketDefinition":{"status":"OPEN"},"rc":[{"id":7,"ltp":2.5}]}]}
                {"op":"mcm","clk":"2","pt":1700000060000,"mc":[{"id":"1.5","rc":[{"id":7,"ltp":2.6}]}]}
                """);
        String account = "{\"op\":\"authentication\",\"id\":1,\"appKey\":\"key\",\"session\":\"";
        try (BetfairServer player = BetfairServer.playing(file, Double.POSITIVE_INFINITY, now::get, faults, ACCOUNT)) {
            JsonNode login = Json.read(http.send(
                            HttpRequest.newBuilder(URI.create(player.restUrl() + "/api/login"))
                                    .timeout(Duration.ofMillis(READ_LIMIT_MILLIS))
                                    .header("X-Application", "key")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "username=user&password=marked%20password"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            try (Client client = new Client(player)) {
                client.next();
                client.send(account + login.get("token").asString() + "\"}");
                client.next();
                client.subscribe("\"marketIds\":[\"1.5\"]", "");
                assertThat(client.until(message -> message.has("mc")).get("ct").asString())
                        .isEqualTo("SUB_IMAGE");
                client.until(message -> message.has("mc"));
                assertThat(client.book).containsEntry("1.5 7 0.0 ltp", 2.6);
            }
        }
    }
}
