package io.touchline.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alert.life.Records;
import io.touchline.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EdgeServerTest {

    private static final Instant NOW = Instant.parse("2023-05-28T15:30:00Z");
    private static final int HISTORY = 5;
    private static final int BACKLOG = 50;

    private final EdgeHub hub = new EdgeHub(HISTORY, BACKLOG, Duration.ofMinutes(5), () -> NOW);
    private final EdgeServer server = new EdgeServer(hub, 0, Duration.ofMillis(100), Duration.ofMillis(50)).start();

    EdgeServerTest() {
        hub.open();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void subscribe_getsTheOpenAlerts_thenEventsWithGrowingCursors() throws Exception {
        hub.alert(Alerts.event("a1", "OPENED", 1, 0.05));
        hub.alert(Alerts.event("a2", "OPENED", 1, 0.06));
        hub.alert(Alerts.event("a2", "CLOSED", 2, 0.06));
        try (SocketClient client = new SocketClient(server.port())) {
            JsonNode snapshot = client.send("{\"type\":\"subscribe\",\"channels\":[\"alerts\"]}")
                    .next();
            assertThat(snapshot.get("type").stringValue()).isEqualTo("snapshot");
            assertThat(snapshot.get("outcome").stringValue()).isEqualTo("subscribed");
            assertThat(snapshot.get("alerts").size()).isEqualTo(1);
            assertThat(snapshot.get("alerts").get(0).get("alertId").stringValue())
                    .isEqualTo("a1");
            hub.alert(Alerts.event("a1", "UPDATED", 2, 0.07));
            hub.alert(Alerts.event("a1", "CLOSED", 3, 0.07));
            JsonNode updated = client.next();
            JsonNode closed = client.next();
            assertThat(updated.get("channel").stringValue()).isEqualTo("alerts");
            assertThat(updated.get("data").get("state").stringValue()).isEqualTo("UPDATED");
            assertThat(updated.get("data").get("kickoffAt").stringValue()).isEqualTo("2023-05-28T15:30:00Z");
            assertThat(updated.get("cursor").longValue())
                    .isEqualTo(snapshot.get("cursor").longValue() + 1);
            assertThat(closed.get("cursor").longValue())
                    .isEqualTo(updated.get("cursor").longValue() + 1);
        }
    }

    @Test
    void heartbeat_tellsTheCursor() throws Exception {
        hub.alert(Alerts.event("a1", "OPENED", 1, 0.05));
        try (SocketClient client = new SocketClient(server.port())) {
            JsonNode beat = client.any();
            assertThat(beat.get("type").stringValue()).isEqualTo("heartbeat");
            assertThat(beat.get("cursor").longValue()).isEqualTo(hub.cursor());
        }
    }

    @Test
    void filter_isTheServers() throws Exception {
        try (SocketClient client = new SocketClient(server.port())) {
            client.send(
                            "{\"type\":\"subscribe\",\"channels\":[\"alerts\",\"scores\"],\"filter\":"
                                    + "{\"competitions\":[\"eng.1\"],\"markets\":[\"MATCH_RESULT\"],\"bookmakers\":[\"bet365\"],\"minimumEdge\":0.06}}")
                    .next();
            hub.alert(Alerts.event("low", "OPENED", 1, 0.05));
            var elsewhere = Alerts.event("elsewhere", "OPENED", 1, 0.10);
            elsewhere.setCompetition("esp.1");
            hub.alert(elsewhere);
            var other = Alerts.event("other", "OPENED", 1, 0.10);
            other.setBookmaker("pinnacle");
            hub.alert(other);
            hub.alert(Alerts.event("low", "UPDATED", 2, 0.06));
            hub.alert(Alerts.event("low", "CLOSED", 3, 0.01));
            hub.other(
                    Channel.PREDICTIONS,
                    Records.FIXTURE,
                    new EdgeEvent.Facts("eng.1", null, null, Double.POSITIVE_INFINITY),
                    Records.prediction(NOW, false, 0.5, 0.3, 0.2));
            hub.other(
                    Channel.SCORES,
                    Records.FIXTURE,
                    new EdgeEvent.Facts("eng.1", null, null, Double.POSITIVE_INFINITY),
                    Records.state(NOW, "IN_PLAY", 1, 0, 0, "GOAL"));
            assertThat(client.next().get("data").get("state").stringValue()).isEqualTo("UPDATED");
            assertThat(client.next().get("data").get("state").stringValue()).isEqualTo("CLOSED");
            JsonNode score = client.next();
            assertThat(score.get("channel").stringValue()).isEqualTo("scores");
            assertThat(score.get("data").get("homeGoals").intValue()).isEqualTo(1);
            assertThat(score.get("data").get("event").get("type").stringValue()).isEqualTo("GOAL");
        }
    }

    @Test
    void resume_nothingMissed_missedEvents_orANewSnapshot() throws Exception {
        hub.alert(Alerts.event("a1", "OPENED", 1, 0.05));
        long before = hub.cursor();
        try (SocketClient client = new SocketClient(server.port())) {
            JsonNode nothing = client.send(resume(before)).next();
            assertThat(nothing.get("type").stringValue()).isEqualTo("resumed");
            assertThat(nothing.get("outcome").stringValue()).isEqualTo("nothing_missed");
        }
        hub.alert(Alerts.event("a2", "OPENED", 1, 0.05));
        hub.alert(Alerts.event("a2", "CLOSED", 2, 0.05));
        try (SocketClient client = new SocketClient(server.port())) {
            JsonNode missed = client.send(resume(before)).next();
            assertThat(missed.get("outcome").stringValue()).isEqualTo("missed_events");
            assertThat(missed.get("missed").intValue()).isEqualTo(2);
            assertThat(client.next().get("cursor").longValue()).isEqualTo(before + 1);
            assertThat(client.next().get("cursor").longValue()).isEqualTo(before + 2);
        }
        for (int alert = 10; alert < 10 + HISTORY; alert++) {
            hub.alert(Alerts.event("a" + alert, "OPENED", 1, 0.05));
        }
        try (SocketClient client = new SocketClient(server.port())) {
            JsonNode snapshot = client.send(resume(before)).next();
            assertThat(snapshot.get("outcome").stringValue()).isEqualTo("cannot_resume");
            assertThat(snapshot.get("alerts").size()).isEqualTo(HISTORY + 1);
            JsonNode future = client.send(resume(hub.cursor() + 1)).next();
            assertThat(future.get("outcome").stringValue()).isEqualTo("cannot_resume");
        }
    }

    @Test
    void repeatedEvent_isToldOnce() throws Exception {
        try (SocketClient client = new SocketClient(server.port())) {
            client.send("{\"type\":\"subscribe\"}").next();
            hub.alert(Alerts.event("a1", "OPENED", 1, 0.05));
            hub.alert(Alerts.event("a1", "OPENED", 1, 0.05));
            hub.alert(Alerts.event("a1", "CLOSED", 2, 0.05));
            assertThat(client.next().get("data").get("sequence").intValue()).isEqualTo(1);
            assertThat(client.next().get("data").get("sequence").intValue()).isEqualTo(2);
        }
    }

    @Test
    void malformedMessage_isAnError_andTheLineStays() throws Exception {
        try (SocketClient client = new SocketClient(server.port())) {
            JsonNode error = client.send("what?").next();
            assertThat(error.get("type").stringValue()).isEqualTo("error");
            assertThat(error.get("code").stringValue()).isEqualTo("malformed_message");
            JsonNode snapshot = client.send("{\"type\":\"subscribe\"}").next();
            assertThat(snapshot.get("type").stringValue()).isEqualTo("snapshot");
        }
    }

    @Test
    void stalledClient_isClosedWithItsCursor_othersNoticeNothing() throws Exception {
        try (SocketClient stalled = new SocketClient(server.port(), false);
                SocketClient lively = new SocketClient(server.port())) {
            stalled.send("{\"type\":\"subscribe\"}");
            lively.send("{\"type\":\"subscribe\"}").next();
            Await.until("both connections", () -> hub.clients() == 2);
            // far more than the sockets' buffers take
            String padding = "x".repeat(200_000);
            int told = 0;
            while (hub.clients() == 2 && told < 2_000) {
                told++;
                var event = Alerts.event("a" + told, "OPENED", 1, 0.05);
                event.setModelVersion(padding);
                hub.alert(event);
                JsonNode heard = lively.next();
                assertThat(heard.get("data").get("alertId").stringValue()).isEqualTo("a" + told);
            }
            Await.until("the stalled client's end", () -> hub.clients() == 1);
            hub.alert(Alerts.event("last", "OPENED", 1, 0.05));
            List<JsonNode> rest = lively.until(
                    frame -> frame.path("data").path("alertId").asString("").equals("last"));
            assertThat(rest).hasSize(1);
        }
    }

    @Test
    void subscriptionBeforeTheHubIsOpen_isAnsweredOnceItIs() throws Exception {
        EdgeHub closed = new EdgeHub(HISTORY, BACKLOG, Duration.ofMinutes(5), () -> NOW);
        EdgeServer early = new EdgeServer(closed, 0, Duration.ofMillis(50), Duration.ofSeconds(1)).start();
        try (SocketClient client = new SocketClient(early.port())) {
            client.send("{\"type\":\"subscribe\"}");
            assertThat(client.any().get("type").stringValue()).isEqualTo("heartbeat");
            closed.alert(Alerts.event("a1", "OPENED", 1, 0.05));
            closed.open();
            JsonNode snapshot = client.next();
            assertThat(snapshot.get("alerts").size()).isEqualTo(1);
        } finally {
            early.close();
        }
    }

    private static String resume(long cursor) {
        return "{\"type\":\"subscribe\",\"resume\":" + cursor + "}";
    }
}
