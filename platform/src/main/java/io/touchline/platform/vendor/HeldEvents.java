package io.touchline.platform.vendor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events of fixtures that nobody could name yet, newest kept, so that they can be told once somebody did. For one thread. */
final class HeldEvents {

    /** One event with the payload it came in. */
    record Held(VendorEvent.OfFixture event, Payload payload) {}

    private final int mostFixtures;
    private final int mostEach;
    private final Map<String, ArrayDeque<Held>> held;

    HeldEvents(int mostFixtures, int mostEach) {
        this.mostFixtures = mostFixtures;
        this.mostEach = mostEach;
        this.held = new LinkedHashMap<>();
    }

    void hold(VendorEvent.OfFixture event, Payload payload) {
        ArrayDeque<Held> events = held.computeIfAbsent(event.fixture().key(), unused -> new ArrayDeque<>());
        // a matched event needs its payload's times only, so a large body is not kept alive
        events.addLast(new Held(
                event, new Payload(new byte[0], payload.observedAt(), payload.receivedAt(), payload.location())));
        if (events.size() > mostEach) {
            events.removeFirst();
        }
        if (held.size() > mostFixtures) {
            held.remove(held.keySet().iterator().next());
        }
    }

    /** In the order they came; forgotten here. */
    List<Held> release(String vendorKey) {
        ArrayDeque<Held> events = held.remove(vendorKey);
        return events == null ? List.of() : new ArrayList<>(events);
    }
}
