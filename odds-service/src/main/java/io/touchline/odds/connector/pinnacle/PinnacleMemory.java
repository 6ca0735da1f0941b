package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What earlier answers said: names of leagues and events, and the quotes that stand. Forgets the oldest when full. For one thread. */
final class PinnacleMemory {

    private static final int MOST_EVENTS = 50_000;
    private static final int MOST_LEAGUES = 10_000;

    private final Map<String, String> leagues = bounded(MOST_LEAGUES);
    private final Map<String, String> leagueOfEvent = bounded(MOST_EVENTS);
    private final Map<String, PinnacleFixture> fixtures = bounded(MOST_EVENTS);
    private final Map<String, String> liveOf = bounded(MOST_EVENTS);
    private final Map<String, Book> books = bounded(MOST_EVENTS);

    /** The quotes of one event's match period. */
    static final class Book {
        private final String sport;
        private double lineId;
        private Instant observedAt = Instant.EPOCH;
        private Map<PinnaclePeriod.Key, Quote> quotes = new HashMap<>();

        Book(String sport) {
            this.sport = sport;
        }

        String sport() {
            return sport;
        }

        /** Whether a line number of that moment was overtaken by one that is known. */
        boolean isOvertaken(double line, Instant at) {
            return line < lineId && at.isBefore(observedAt);
        }

        /** From here on these; those that are gone come back. */
        List<Quote> replace(double line, Instant at, Map<PinnaclePeriod.Key, Quote> now) {
            List<Quote> gone = quotes.entrySet().stream()
                    .filter(each -> !now.containsKey(each.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(quote -> !quote.getSuspended())
                    .map(quote -> Quote.newBuilder(quote)
                            .setSuspended(true)
                            .setObservedAt(at)
                            .build())
                    .toList();
            lineId = line;
            observedAt = at;
            quotes = new HashMap<>(now);
            return gone;
        }
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    void league(String sport, @Nullable String id, @Nullable String name) {
        if (id != null && name != null) {
            leagues.put(id, name);
        }
    }

    @Nullable String league(@Nullable String id) {
        return id == null ? null : leagues.get(id);
    }

    /** The league that an odds answer lists an event under. */
    void place(String event, @Nullable String league) {
        if (league != null) {
            leagueOfEvent.put(event, league);
        }
    }

    /** An older version than the known one is passed over. */
    void fixture(String id, PinnacleFixture told) {
        PinnacleFixture known = fixtures.get(id);
        if (known == null || told.version() >= known.version()) {
            fixtures.remove(id);
            fixtures.put(id, told);
            if (told.parent() != null && Boolean.TRUE.equals(told.live())) {
                liveOf.put(told.parent(), id);
            }
        }
    }

    /** With its names, or by its number alone. */
    PinnacleFixture find(String id, String sport) {
        PinnacleFixture known = fixtures.get(id);
        if (known != null) {
            return known;
        }
        String league = league(leagueOfEvent.get(id));
        FixtureRef ref = new FixtureRef(
                PinnacleAdapter.SOURCE,
                id,
                sport,
                PinnacleNames.competition(sport, league),
                league,
                null,
                null,
                null,
                null,
                null,
                true,
                null);
        return new PinnacleFixture(ref, null, null, null, 0);
    }

    /** The event in play that has taken over from this one; null where none. */
    @Nullable String liveOf(String parent) {
        return liveOf.get(parent);
    }

    Book book(String event, String sport) {
        return books.computeIfAbsent(event, unused -> new Book(sport));
    }

    @Nullable Book findBook(String event) {
        return books.get(event);
    }

    /** Events of that sport with quotes. */
    List<String> priced(String sport) {
        return books.entrySet().stream()
                .filter(each -> each.getValue().sport().equals(sport)
                        && !each.getValue().quotes.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
