package io.touchline.odds.connector.betfair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What catalogues said of events and markets: live streams carry no names. The least recently used are forgotten. For one thread. */
final class BetfairNames {

    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_MARKETS = 50_000;

    /**
     * An event.
     *
     * @param openDate scheduled start, ISO 8601
     * @param competition Betfair's words
     */
    record Event(
            String id,
            @Nullable String name,
            @Nullable String country,
            @Nullable String openDate,
            @Nullable String competition) {}

    /** A runner of a catalogue. */
    record Runner(long id, double handicap, @Nullable String name, int sortPriority) {}

    /** A market of a catalogue. */
    record Market(
            String id,
            @Nullable String name,
            @Nullable String type,
            @Nullable String bettingType,
            @Nullable String eventTypeId,
            @Nullable String eventId,
            @Nullable String marketTime,
            List<Runner> runners) {

        Market {
            runners = List.copyOf(runners);
        }

        @Nullable String runnerName(long id, double handicap) {
            @Nullable String ofOtherLine = null;
            for (Runner each : runners) {
                if (each.id() == id) {
                    if (each.handicap() == handicap) {
                        return each.name();
                    }
                    ofOtherLine = each.name();
                }
            }
            return ofOtherLine;
        }
    }

    private final Map<String, Event> events = bounded(MOST_EVENTS);
    private final Map<String, Market> markets = bounded(MOST_MARKETS);
    private long version;

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Rises whenever something was learned. */
    long version() {
        return version;
    }

    void learn(Event told) {
        Event before = events.get(told.id());
        Event merged = before == null
                ? told
                : new Event(
                        told.id(),
                        either(told.name(), before.name()),
                        either(told.country(), before.country()),
                        either(told.openDate(), before.openDate()),
                        either(told.competition(), before.competition()));
        if (!merged.equals(before)) {
            events.put(told.id(), merged);
            version++;
        }
    }

    void learn(Market told) {
        if (!told.equals(markets.put(told.id(), told))) {
            version++;
        }
    }

    @Nullable Event event(@Nullable String id) {
        return id == null ? null : events.get(id);
    }

    @Nullable Market market(String id) {
        return markets.get(id);
    }

    static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
