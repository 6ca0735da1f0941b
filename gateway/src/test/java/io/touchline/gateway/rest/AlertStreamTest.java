package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.EventReader;
import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real sockets. The first block of every stream is the comment {@code welcome}, sent once the follower's place in the log is fixed. */
class AlertStreamTest {

    private static final String PATH = "/api/v1/alerts/stream";

    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) {
        gateway = new TestGateway(folder, Map.of("gateway.stream.heartbeat", "200ms"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void open(int number) {
        gateway.feed(
                Topics.VALUE_ALERTS,
                Samples.alert("a" + number, MATCH, "OPENED", 1, number / 100.0, NOW.plusSeconds(number)));
    }

    private static List<String> ids(EventReader events, int count) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            Map<String, String> event = events.nextEvent();
            assertThat(event).containsEntry("event", "alert");
            String data = event.get("data");
            ids.add(data.substring(data.indexOf("\"alertId\":\"") + 11, data.indexOf("\",\"state\"")));
        }
        return ids;
    }

    @Test
    void tellsWhatHappensFromNowOn_inOrder() {
        open(1);
        try (EventReader events = gateway.events(PATH, null)) {
            assertThat(events.next()).containsEntry("comment", "welcome");
            for (int number = 2; number <= 40; number++) {
                open(number);
            }
            assertThat(ids(events, 39))
                    .startsWith("a2", "a3")
                    .endsWith("a39", "a40")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void heartbeatWhileNothingHappens() {
        try (EventReader events = gateway.events(PATH, null)) {
            assertThat(events.next()).containsEntry("comment", "welcome");
            assertThat(events.next()).containsEntry("comment", "heartbeat");
            assertThat(events.next()).containsEntry("comment", "heartbeat");
        }
    }

    @Test
    void resumesBehindTheLastEvent() {
        String last;
        try (EventReader events = gateway.events(PATH, null)) {
            assertThat(events.next()).containsEntry("comment", "welcome");
            open(1);
            last = events.nextEvent().get("id");
        }
        open(2);
        open(3);
        try (EventReader events = gateway.events(PATH, last)) {
            assertThat(ids(events, 2)).containsExactly("a2", "a3");
            open(4);
            assertThat(ids(events, 1)).containsExactly("a4");
        }
    }

    @Test
    void tellsThatItCannotResume_andGivesWhatIsHeld() {
        for (int number = 1; number <= 60; number++) {
            open(number);
        }
        try (EventReader events = gateway.events(PATH, "0.3")) {
            assertThat(events.nextEvent()).containsEntry("event", "reset");
            assertThat(ids(events, 50)).startsWith("a11").endsWith("a60");
        }
        try (EventReader events = gateway.events(PATH, "not one of ours")) {
            assertThat(events.nextEvent()).containsEntry("event", "reset");
            assertThat(ids(events, 50)).startsWith("a11");
        }
    }

    @Test
    void filters() {
        try (EventReader events = gateway.events(PATH + "?minimumEdge=0.05", null)) {
            assertThat(events.next()).containsEntry("comment", "welcome");
            open(4);
            open(5);
            open(1);
            open(9);
            assertThat(ids(events, 2)).containsExactly("a5", "a9");
        }
    }
}
