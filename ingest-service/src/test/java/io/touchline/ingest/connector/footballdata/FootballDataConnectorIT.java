package io.touchline.ingest.connector.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.domain.fixture.Season;
import io.touchline.ingest.connector.footballdata.FootballDataClient.Address;
import io.touchline.ingest.publish.HistoryInput;
import io.touchline.ingest.publish.HistoryLoader;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorWire;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topics;
import io.touchline.testkit.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server of our own that speaks as the site does. */
@Timeout(120)
class FootballDataConnectorIT {

    private static final Instant NOW = Instant.parse("2023-02-01T01:30:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String FILE =
            "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\r\nE0,06/08/2022,Fulham,Liverpool,2,2,D\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Rejection> rejections = new ArrayList<>();
    private final io.touchline.platform.topic.KafkaSettings kafka =
            TestBroker.shared().settings();
    private final RecordSender sender = new RecordSender(kafka);
    private final VendorWire wire = new VendorWire(CLOCK, LIMIT);
    private final HttpServer server;
    private final FootballDataClient client;

    FootballDataConnectorIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client = new FootballDataClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                wire,
                new RateLimit(InstantSource.system(), Thread::sleep, 1_000, Duration.ofSeconds(1)));
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        wire.close();
        sender.close();
    }

    @Test
    void addresses_areTheSites() {
        assertThat(Address.of("E0", new Season(2023, false)))
                .isEqualTo(new Address("E0_2324.csv", "/mmz4281/2324/E0.csv"));
        assertThat(Address.of("SP1", new Season(1999, false)).path()).isEqualTo("/mmz4281/9900/SP1.csv");
        assertThat(Address.of("BRA", new Season(2023, false))).isEqualTo(new Address("BRA.csv", "/new/BRA.csv"));
    }

    @Test
    void theSeason_isLoaded_andAskedForConditionally() throws Exception {
        try (FootballDataConnector connector = connector(List.of("E0", "E1"));
                TestBroker.Tail<MatchResult> results = TestBroker.tail(kafka, Topics.MATCH_RESULTS)) {
            connector.loadSeason();
            connector.loadSeason();

            assertThat(results.await(1))
                    .extracting(MatchResult::getFixtureId)
                    .containsExactly("soccer:eng.1:2022-23:fulham:liverpool");
        }
        assertThat(asked)
                .containsExactly(
                        "/mmz4281/2223/E0.csv null touchline/0.1",
                        "/mmz4281/2223/E1.csv null touchline/0.1",
                        "/mmz4281/2223/E0.csv \"v1\" touchline/0.1",
                        "/mmz4281/2223/E1.csv null touchline/0.1");
        assertThat(meters.get("ingest.payloads")
                        .tag("result", "loaded")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("ingest.payloads")
                        .tag("result", "unchanged")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("ingest.payloads")
                        .tag("result", "skipped")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(rejections).isEmpty();
    }

    @Test
    void anInput_saysWhyItCannotBeHad() throws IOException {
        HistoryInput present = client.input(Address.of("E0", new Season(2022, false)));
        assertThat(present.name()).isEqualTo("E0_2223.csv");
        assertThat(new String(present.bytes(), UTF_8)).isEqualTo(FILE);

        assertThatThrownBy(() ->
                        client.input(Address.of("E1", new Season(2022, false))).bytes())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("status 404 from http://127.0.0.1:");
    }

    @Test
    void theRound_isAtTwoInTheMorning() {
        try (FootballDataConnector connector = connector(List.of())) {
            assertThat(connector.untilDue(NOW)).isEqualTo(Duration.ofMinutes(30));
            assertThat(connector.untilDue(Instant.parse("2023-02-01T02:00:00Z")))
                    .isEqualTo(Duration.ofDays(1));
            assertThat(connector.untilDue(Instant.parse("2023-07-01T00:30:00Z")))
                    .as("summer time")
                    .isEqualTo(Duration.ofMinutes(30));
        }
    }

    private FootballDataConnector connector(List<String> codes) {
        HistoryLoader loader = new HistoryLoader(
                TeamDirectory.shipped(), sender, Optional.empty(), new Rejections(CLOCK, rejections::add), CLOCK);
        ConnectorContext context =
                new ConnectorContext("ingest", CLOCK, pause -> {}, RandomGenerator.of("L64X128MixRandom"), meters);
        return new FootballDataConnector(client, loader, context, LocalTime.of(2, 0), codes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
        asked.add(exchange.getRequestURI().getPath()
                + ' '
                + tag
                + ' '
                + exchange.getRequestHeaders().getFirst("User-Agent"));
        try (exchange) {
            if (!exchange.getRequestURI().getPath().endsWith("/E0.csv")) {
                exchange.sendResponseHeaders(404, -1);
            } else if ("\"v1\"".equals(tag)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] body = FILE.getBytes(UTF_8);
                exchange.getResponseHeaders().set("ETag", "\"v1\"");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
