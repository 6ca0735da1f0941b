package io.touchline.alert.channel;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * What waits for one client, in the order of cursors: frames of the conversation first, alerts all of them, of everything else the latest per key. Filled by any thread, never blocking; emptied as fast
 * as the client takes. One subscriber.
 */
final class Outbox implements Publisher<String> {

    /** Latest values that may wait, a bound on memory. */
    static final int MOST_LATEST = 20_000;

    /** Frames of the conversation that may wait: answers to a client that talks and does not listen. */
    private static final int MOST_FRAMES = 1_000;

    private final int backlog;
    private final ArrayDeque<String> frames = new ArrayDeque<>();
    private final ArrayDeque<EdgeEvent> kept = new ArrayDeque<>();
    private final LinkedHashMap<String, EdgeEvent> latest = new LinkedHashMap<>();
    private final AtomicInteger draining = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private volatile @Nullable Subscriber<? super String> subscriber;
    private volatile boolean cancelled;
    private int allowance;
    private long takenCursor;
    private long waitingSinceNanos;
    private boolean waits;

    /**
     * Empty.
     *
     * @param backlog how many alert events may wait
     */
    Outbox(int backlog) {
        this.backlog = backlog;
        this.allowance = backlog;
    }

    /** Puts a frame of the conversation before all events. */
    void frame(String json) {
        synchronized (frames) {
            frames.add(json);
            noteWaiting();
        }
        drain();
    }

    /** Puts an event behind all others. */
    void offer(EdgeEvent event) {
        synchronized (frames) {
            put(event);
            noteWaiting();
        }
        drain();
    }

    /** Begins anew: what waited is void, a frame answers, and what was missed follows, however much it is. */
    void restart(String answer, List<EdgeEvent> missed, long cursor) {
        synchronized (frames) {
            kept.clear();
            latest.clear();
            frames.add(answer);
            missed.forEach(this::put);
            allowance = backlog + missed.size();
            takenCursor = cursor;
            noteWaiting();
        }
        drain();
    }

    private void put(EdgeEvent event) {
        if (event.isKept()) {
            kept.add(event);
        } else {
            String key = event.channel().name() + event.key();
            latest.remove(key);
            latest.put(key, event);
        }
    }

    private void noteWaiting() {
        if (!waits) {
            waits = true;
            waitingSinceNanos = System.nanoTime();
        }
    }

    /** The cursor of the last event that the client took, or where it began. */
    long takenCursor() {
        synchronized (frames) {
            return takenCursor;
        }
    }

    /**
     * From where on the client misses nothing.
     *
     * @param newest of all cursors
     */
    long safeCursor(long newest) {
        synchronized (frames) {
            return kept.isEmpty() && latest.isEmpty() ? newest : takenCursor;
        }
    }

    /** True where more waits than may, or something has waited so long without the client taking anything. */
    boolean isStalled(long nowNanos, long stallNanos) {
        synchronized (frames) {
            return kept.size() > allowance
                    || frames.size() > MOST_FRAMES
                    || latest.size() > MOST_LATEST
                    || waits && nowNanos - waitingSinceNanos > stallNanos;
        }
    }

    private @Nullable String poll() {
        synchronized (frames) {
            String frame = frames.poll();
            EdgeEvent event = frame == null ? pollEvent() : null;
            waits = !frames.isEmpty() || !kept.isEmpty() || !latest.isEmpty();
            waitingSinceNanos = System.nanoTime();
            if (frame != null) {
                return frame;
            }
            if (event == null) {
                return null;
            }
            takenCursor = event.cursor();
            return event.json();
        }
    }

    private @Nullable EdgeEvent pollEvent() {
        EdgeEvent alert = kept.peek();
        Iterator<Map.Entry<String, EdgeEvent>> others = latest.entrySet().iterator();
        if (!others.hasNext()) {
            return kept.poll();
        }
        EdgeEvent other = others.next().getValue();
        if (alert != null && alert.cursor() < other.cursor()) {
            return kept.poll();
        }
        others.remove();
        return other;
    }

    @Override
    public void subscribe(Subscriber<? super String> taker) {
        subscriber = taker;
        taker.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {
                requested.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
                drain();
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }

    private void drain() {
        Subscriber<? super String> taker = subscriber;
        if (taker == null || draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            while (!cancelled && requested.get() > 0) {
                String next = poll();
                if (next == null) {
                    break;
                }
                requested.decrementAndGet();
                taker.onNext(next);
            }
            missed = draining.addAndGet(-missed);
        } while (missed != 0);
    }
}
