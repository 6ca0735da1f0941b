package io.touchline.gateway.view;

import io.touchline.schema.ValueAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The alerts' events in the order they came, the last {@code most} of them, and the latest event of each of the last {@code most} alerts. Followers are told that
 * something came and read it themselves from where they stand, so a slow one costs nobody else anything.
 */
public final class AlertView {

    /**
     * One event with the place it has here.
     *
     * @param number counted from 1 since this start
     */
    public record Entry(long number, int partition, long offset, ValueAlert alert) {}

    /**
     * What a follower gets.
     *
     * @param entries in order
     * @param missed true where older ones, which he has not read, are no longer held
     */
    public record Batch(List<Entry> entries, boolean missed) {}

    private final int most;
    /** Event {@code n} lies at {@code n % most}. */
    private final Entry[] ring;

    private final Map<String, ValueAlert> latest = new LinkedHashMap<>();
    /** By partition the offset of the newest event that was dropped from the log. */
    private final Map<Integer, Long> dropped = new TreeMap<>();

    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private long last;

    public AlertView(int most) {
        this.most = most;
        this.ring = new Entry[most];
    }

    /** One record of the topic, with its place there. */
    public void accept(int partition, long offset, ValueAlert alert) {
        synchronized (this) {
            int at = (int) (++last % most);
            if (last > most) {
                dropped.merge(ring[at].partition(), ring[at].offset(), Math::max);
            }
            ring[at] = new Entry(last, partition, offset, alert);
            ValueAlert known = latest.get(alert.getAlertId());
            if (known == null || known.getSequence() <= alert.getSequence()) {
                latest.remove(alert.getAlertId());
                latest.put(alert.getAlertId(), alert);
                if (latest.size() > most) {
                    latest.remove(latest.keySet().iterator().next());
                }
            }
        }
        followers.forEach(Runnable::run);
    }

    /** The latest event of each alert, the newest first. */
    public Stream<ValueAlert> latest() {
        List<ValueAlert> copy;
        synchronized (this) {
            copy = new ArrayList<>(latest.values());
        }
        return copy.stream()
                .sorted(Comparator.comparing(ValueAlert::getAt).reversed().thenComparing(ValueAlert::getAlertId));
    }

    /** One alert's latest event. */
    public synchronized Optional<ValueAlert> find(String alertId) {
        return Optional.ofNullable(latest.get(alertId));
    }

    /** How many events came since this start; the number of the newest. */
    public synchronized long last() {
        return last;
    }

    /** What came after a number, the oldest first, at most {@code limit}. */
    public synchronized Batch after(long number, int limit) {
        List<Entry> entries = new ArrayList<>();
        for (long n = Math.max(number + 1, first()); n <= last && entries.size() < limit; n++) {
            entries.add(at(n));
        }
        return new Batch(entries, number + 1 < first());
    }

    /** What a cursor has not read, the oldest first. */
    public synchronized Batch after(AlertCursor cursor) {
        List<Entry> entries = after(0, most).entries().stream()
                .filter(entry -> !cursor.covers(entry.partition(), entry.offset()))
                .toList();
        boolean missed = dropped.entrySet().stream().anyMatch(gone -> !cursor.covers(gone.getKey(), gone.getValue()));
        return new Batch(entries, missed);
    }

    /** The cursor of somebody who has read everything. */
    public synchronized AlertCursor end() {
        Map<Integer, Long> offsets = new TreeMap<>(dropped);
        after(0, most).entries().forEach(entry -> offsets.merge(entry.partition(), entry.offset(), Math::max));
        return new AlertCursor(offsets);
    }

    private long first() {
        return Math.max(1, last - most + 1);
    }

    private Entry at(long number) {
        return ring[(int) (number % most)];
    }

    /** Tells of each arrival, on the reader's thread; must return at once. */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }
}
