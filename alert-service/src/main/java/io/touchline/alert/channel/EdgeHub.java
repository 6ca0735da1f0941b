package io.touchline.alert.channel;

import io.touchline.platform.topic.RecordJson;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Numbers events, remembers what a client may come back for, and hands every event to the outboxes of those who want it. Safe for threads; never waits for a client.
 *
 * <p>Cursors grow by one an event and begin at the start's microseconds since 1970, so a cursor of an earlier process is never taken for one of this.
 */
public final class EdgeHub {

    private static final int MOST_LATEST = 50_000;
    /** Alerts whose sequence is remembered, so that an event that comes twice is told once. */
    private static final int MOST_KNOWN = 200_000;

    private final int history;
    private final int backlog;
    private final long stallNanos;
    private final InstantSource clock;
    private final ArrayDeque<EdgeEvent> alerts = new ArrayDeque<>();
    private final LinkedHashMap<String, EdgeEvent> latest = new LinkedHashMap<>();
    private final LinkedHashMap<String, EdgeEvent> openAlerts = new LinkedHashMap<>();
    private final LinkedHashMap<String, Known> known = new LinkedHashMap<>();
    private final LinkedHashMap<Client, Boolean> clients = new LinkedHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private long cursor;
    private long forgotten;

    private record Known(int sequence, double largestEdge) {}

    /** One connection. */
    static final class Client {
        final Outbox outbox;

        @Nullable EdgeFilter filter;

        Client(Outbox outbox) {
            this.outbox = outbox;
        }
    }

    /**
     * Empty.
     *
     * @param history how many alert events can be resumed
     * @param backlog how many may wait for one client
     * @param stall how long a client may take nothing
     */
    public EdgeHub(int history, int backlog, Duration stall, InstantSource clock) {
        this.history = history;
        this.backlog = backlog;
        this.stallNanos = stall.toNanos();
        this.clock = clock;
        this.cursor = clock.millis() * 1000;
        this.forgotten = cursor;
    }

    /** Everything from before has been told: subscriptions are answered from now on. */
    public void open() {
        ready.complete(null);
    }

    /** Tells an event of an alert; one that was told already is passed over. */
    synchronized void alert(ValueAlert alert) {
        Known before = known.remove(alert.getAlertId());
        if (before != null && alert.getSequence() <= before.sequence()) {
            known.put(alert.getAlertId(), before);
            return;
        }
        double largest = before == null ? alert.getEdge() : Math.max(before.largestEdge(), alert.getEdge());
        known.put(alert.getAlertId(), new Known(alert.getSequence(), largest));
        dropFirst(known, MOST_KNOWN);
        EdgeEvent event = new EdgeEvent(
                ++cursor,
                Channel.ALERTS,
                alert.getAlertId(),
                new EdgeEvent.Facts(alert.getCompetition(), alert.getMarket(), alert.getBookmaker(), largest),
                alert);
        boolean open = alert.getState().equals("OPENED") || alert.getState().equals("UPDATED");
        if (open) {
            openAlerts.put(alert.getAlertId(), event);
        } else {
            openAlerts.remove(alert.getAlertId());
        }
        alerts.add(event);
        if (alerts.size() > history) {
            forgotten = Math.max(forgotten, alerts.remove().cursor());
        }
        tell(event);
    }

    /** Tells anything else; it takes the place of what was told before under its key. */
    synchronized void other(Channel channel, String key, EdgeEvent.Facts facts, SpecificRecord data) {
        EdgeEvent event = new EdgeEvent(++cursor, channel, key, facts, data);
        String full = channel.name() + key;
        latest.remove(full);
        latest.put(full, event);
        EdgeEvent dropped = dropFirst(latest, MOST_LATEST);
        if (dropped != null) {
            forgotten = Math.max(forgotten, dropped.cursor());
        }
        tell(event);
    }

    private static <V> @Nullable V dropFirst(LinkedHashMap<String, V> map, int most) {
        if (map.size() <= most) {
            return null;
        }
        Iterator<Map.Entry<String, V>> entries = map.entrySet().iterator();
        V first = entries.next().getValue();
        entries.remove();
        return first;
    }

    private void tell(EdgeEvent event) {
        for (Client client : clients.keySet()) {
            EdgeFilter filter = client.filter;
            if (filter != null && filter.passes(event)) {
                client.outbox.offer(event);
            }
        }
    }

    /** A new connection, which hears nothing but heartbeats until it subscribes. */
    synchronized Client connect() {
        Client client = new Client(new Outbox(backlog));
        clients.put(client, true);
        return client;
    }

    synchronized void disconnect(Client client) {
        clients.remove(client);
    }

    /** Connections. */
    public synchronized int clients() {
        return clients.size();
    }

    /** The cursor of the newest event. */
    public synchronized long cursor() {
        return cursor;
    }

    /** Answers a subscription, once the hub is open: with what was missed where that is known, with a snapshot otherwise. */
    void subscribe(Client client, EdgeFilter filter, OptionalLong resume) {
        ready.thenRun(() -> answer(client, filter, resume));
    }

    private synchronized void answer(Client client, EdgeFilter filter, OptionalLong resume) {
        client.filter = filter;
        if (resume.isPresent() && resume.getAsLong() >= forgotten && resume.getAsLong() <= cursor) {
            long from = resume.getAsLong();
            List<EdgeEvent> missed = Stream.concat(alerts.stream(), latest.values().stream())
                    .filter(event -> event.cursor() > from && filter.passes(event))
                    .sorted(Comparator.comparingLong(EdgeEvent::cursor))
                    .toList();
            client.outbox.restart(
                    "{\"type\":\"resumed\",\"outcome\":\"" + (missed.isEmpty() ? "nothing_missed" : "missed_events")
                            + "\",\"missed\":" + missed.size() + ",\"cursor\":" + from + "}",
                    missed,
                    from);
            return;
        }
        StringBuilder out = new StringBuilder(1024);
        out.append("{\"type\":\"snapshot\",\"outcome\":\"")
                .append(resume.isPresent() ? "cannot_resume" : "subscribed")
                .append("\",\"cursor\":")
                .append(cursor)
                .append(",\"alerts\":");
        List<SpecificRecord> open = new ArrayList<>();
        for (EdgeEvent event : openAlerts.values()) {
            if (filter.passes(event)) {
                open.add(event.data());
            }
        }
        RecordJson.write(open, out);
        client.outbox.restart(out.append('}').toString(), List.of(), cursor);
    }

    /** Tells every client that the line is alive, and from where on it may resume: where it has taken all, the newest cursor. */
    synchronized void heartbeat() {
        String at = clock.instant().toString();
        for (Client client : clients.keySet()) {
            client.outbox.frame("{\"type\":\"heartbeat\",\"cursor\":" + client.outbox.safeCursor(cursor) + ",\"at\":\""
                    + at + "\"}");
        }
    }

    /** True where a client takes too little to go on with it. */
    boolean isStalled(Client client) {
        return client.outbox.isStalled(System.nanoTime(), stallNanos);
    }
}
