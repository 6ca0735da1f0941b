package io.touchline.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alert.life.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class OutboxTest {

    private static final long STALL = Duration.ofSeconds(30).toNanos();
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":(\\d+)");

    private final Outbox outbox = new Outbox(3);
    private final Taker taker = new Taker();

    @Test
    void alerts_areAllKept_othersConflateToTheLatest_inOrderOfCursors() {
        outbox.subscribe(taker);
        outbox.offer(alert(1));
        outbox.offer(score(2, "f1"));
        outbox.offer(alert(3));
        outbox.offer(score(4, "f2"));
        outbox.offer(score(5, "f1"));
        taker.request(100);
        assertThat(taker.cursors()).containsExactly(1, 3, 4, 5);
        assertThat(outbox.takenCursor()).isEqualTo(5);
    }

    @Test
    void takesNoMoreThanAskedFor() {
        outbox.subscribe(taker);
        outbox.offer(alert(1));
        outbox.offer(alert(2));
        taker.request(1);
        assertThat(taker.cursors()).containsExactly(1);
        taker.request(1);
        assertThat(taker.cursors()).containsExactly(1, 2);
    }

    @Test
    void whatTakesAtOnce_getsEverything() {
        outbox.subscribe(taker);
        taker.request(Long.MAX_VALUE);
        outbox.offer(score(1, "f1"));
        outbox.offer(score(2, "f1"));
        assertThat(taker.cursors()).containsExactly(1, 2);
    }

    @Test
    void framesGoFirst() {
        outbox.subscribe(taker);
        outbox.offer(alert(7));
        outbox.frame("{\"type\":\"heartbeat\"}");
        taker.request(10);
        assertThat(taker.frames.getFirst()).contains("heartbeat");
    }

    @Test
    void safeCursor_isTheNewestOnlyWhereNothingWaits() {
        outbox.subscribe(taker);
        outbox.offer(alert(7));
        taker.request(1);
        assertThat(outbox.safeCursor(9)).isEqualTo(9);
        outbox.offer(alert(10));
        assertThat(outbox.safeCursor(12)).isEqualTo(7);
    }

    @Test
    void stalls_whenItTalksAndDoesNotListen() {
        for (int frame = 0; frame <= 1_000; frame++) {
            outbox.frame("{}");
        }
        assertThat(outbox.isStalled(System.nanoTime(), STALL)).isTrue();
    }

    @Test
    void restart_dropsWhatWaited() {
        outbox.subscribe(taker);
        outbox.offer(alert(1));
        outbox.restart("{\"type\":\"snapshot\"}", List.of(alert(4), score(5, "f1")), 3);
        taker.request(10);
        assertThat(taker.frames).hasSize(3);
        assertThat(taker.cursors()).containsExactly(4, 5);
    }

    @Test
    void stalls_whenMoreWaitsThanMay() {
        for (int cursor = 1; cursor <= 3; cursor++) {
            outbox.offer(alert(cursor));
        }
        assertThat(outbox.isStalled(System.nanoTime(), STALL)).isFalse();
        outbox.offer(alert(4));
        assertThat(outbox.isStalled(System.nanoTime(), STALL)).isTrue();
    }

    @Test
    void stalls_whenNothingIsTakenForLong() {
        outbox.offer(score(1, "f1"));
        assertThat(outbox.isStalled(System.nanoTime() + STALL * 2, STALL)).isTrue();
        outbox.subscribe(taker);
        taker.request(1);
        assertThat(outbox.isStalled(System.nanoTime() + STALL * 2, STALL)).isFalse();
    }

    private static EdgeEvent alert(long cursor) {
        return new EdgeEvent(
                cursor,
                Channel.ALERTS,
                "a",
                new EdgeEvent.Facts("eng.1", "MATCH_RESULT", "bet365", 0.1),
                Alerts.event("a", "OPENED", 1, 0.1));
    }

    private static EdgeEvent score(long cursor, String fixture) {
        return new EdgeEvent(
                cursor,
                Channel.SCORES,
                fixture,
                new EdgeEvent.Facts("eng.1", null, null, Double.POSITIVE_INFINITY),
                Records.state(Records.KICKOFF, "IN_PLAY", 0, 0, 0, null));
    }

    private static final class Taker extends BaseSubscriber<String> {
        private final List<String> frames = new ArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // asks by itself
        }

        @Override
        protected void hookOnNext(String frame) {
            frames.add(frame);
        }

        List<Integer> cursors() {
            List<Integer> cursors = new ArrayList<>();
            for (String frame : frames) {
                Matcher matcher = CURSOR.matcher(frame);
                if (matcher.find()) {
                    cursors.add(Integer.parseInt(matcher.group(1)));
                }
            }
            return cursors;
        }
    }
}
