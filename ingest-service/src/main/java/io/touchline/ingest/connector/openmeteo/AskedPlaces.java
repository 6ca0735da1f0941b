package io.touchline.ingest.connector.openmeteo;

import io.touchline.ingest.connector.openmeteo.UpcomingFixtures.Upcoming;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whose weather was asked at which address: an answer tells places of its own grid, not the ones asked. Safe for many threads. */
final class AskedPlaces {

    private final Map<String, List<Upcoming>> byAddress = new ConcurrentHashMap<>();

    /** The fixtures of each place of the request, in the order of its coordinates. */
    void ask(String address, List<Upcoming> fixtures) {
        byAddress.put(address, List.copyOf(fixtures));
    }

    /** Empty where nobody asked, as in a recording. */
    List<Upcoming> of(String address) {
        return byAddress.getOrDefault(address, List.of());
    }

    void forget(String address) {
        byAddress.remove(address);
    }
}
