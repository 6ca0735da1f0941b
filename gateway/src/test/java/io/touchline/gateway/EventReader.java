package io.touchline.gateway;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Reads server-sent events; every wait has an end. */
public final class EventReader implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    private final BlockingQueue<Map<String, String>> events = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    private final CompletableFuture<HttpResponse<Void>> response;

    EventReader(HttpClient http, HttpRequest request) {
        response = http.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines()));
    }

    /** The next block: id, event, data, or comment. */
    public Map<String, String> next() {
        try {
            Map<String, String> next = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no event came within " + LIMIT_SECONDS + " s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The next block that is not a comment. */
    public Map<String, String> nextEvent() {
        Map<String, String> next = next();
        while (next.containsKey("comment")) {
            next = next();
        }
        return next;
    }

    @Override
    public void close() {
        Flow.Subscription running = subscription.get();
        if (running != null) {
            running.cancel();
        }
        response.cancel(true);
    }

    private final class Lines implements Flow.Subscriber<String> {
        private Map<String, String> block = new LinkedHashMap<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.set(given);
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.isEmpty()) {
                if (!block.isEmpty()) {
                    events.add(block);
                    block = new LinkedHashMap<>();
                }
                return;
            }
            int colon = line.indexOf(':');
            block.put(colon == 0 ? "comment" : line.substring(0, colon), line.substring(colon + 1));
        }

        @Override
        public void onError(Throwable broken) {
            events.add(Map.of("event", "broken", "data", broken.toString()));
        }

        @Override
        public void onComplete() {
            events.add(Map.of("event", "end"));
        }
    }
}
