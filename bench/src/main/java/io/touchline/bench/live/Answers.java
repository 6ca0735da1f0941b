package io.touchline.bench.live;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Which updates of a round were answered, and when: an update is answered by the first vector of its fixture whose asOf is not before it. One thread sends, another one receives. */
final class Answers {

    private record Sent(long observedAt, long nanos, int number) {}

    private final List<ConcurrentLinkedQueue<Sent>> waiting;
    private final long[] took;
    private final AtomicInteger vectors = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private int sent;
    private volatile long lastSent;
    private volatile long lastAnswered;

    Answers(int fixtures, int updates) {
        waiting = IntStream.range(0, fixtures)
                .mapToObj(each -> new ConcurrentLinkedQueue<Sent>())
                .toList();
        took = new long[updates];
        Arrays.fill(took, -1);
    }

    /** An update is about to be sent. */
    void sent(int fixture, long observedAt, long nanos) {
        waiting.get(fixture).add(new Sent(observedAt, nanos, sent++));
        lastSent = nanos;
    }

    /** A vector came. */
    void vector(int fixture, long asOf, long nanos) {
        vectors.incrementAndGet();
        ConcurrentLinkedQueue<Sent> queue = waiting.get(fixture);
        Sent first = queue.peek();
        while (first != null && first.observedAt() <= asOf) {
            queue.poll();
            took[first.number()] = nanos - first.nanos();
            lastAnswered = nanos;
            answered.incrementAndGet();
            first = queue.peek();
        }
    }

    boolean complete() {
        return answered.get() == took.length;
    }

    int size() {
        return took.length;
    }

    int unanswered() {
        return took.length - answered.get();
    }

    int vectors() {
        return vectors.get();
    }

    /** From the last update's sending to the last answer. */
    double drainSeconds() {
        return Math.max(0, lastAnswered - lastSent) / 1e9;
    }

    /** Milliseconds, of a part of the updates in the order of sending; an update without an answer counts as endless. Call once all is over. */
    double percentile(double share, double from, double to) {
        long[] part = Arrays.copyOfRange(took, (int) (took.length * from), (int) (took.length * to));
        for (int at = 0; at < part.length; at++) {
            part[at] = part[at] < 0 ? Long.MAX_VALUE : part[at];
        }
        Arrays.sort(part);
        return part[Math.min(part.length - 1, (int) (part.length * share))] / 1e6;
    }
}
