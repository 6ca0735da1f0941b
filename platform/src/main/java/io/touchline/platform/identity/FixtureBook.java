package io.touchline.platform.identity;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.TeamId;
import io.touchline.schema.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All fixtures that are known, by their sides, by the vendors' ids and by their day: those of topic {@code fixtures} and those that a reference was matched to
 * here before the topic told of them. Safe for many threads.
 */
public final class FixtureBook {

    private static final int MOST_KICKOFFS = 6;
    private static final int MOST_REFERENCES = 200_000;

    private final Map<String, KnownFixture> byId = new HashMap<>();
    private final Map<String, Set<String>> bySides = new HashMap<>();
    private final TreeMap<LocalDate, Set<String>> byDay = new TreeMap<>();
    private final Map<String, String> byVendor = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REFERENCES;
        }
    };

    /** Takes what topic {@code fixtures} tells; the same fixture again adds what is new. */
    public void take(Fixture fixture) {
        put(
                new FixtureId(fixture.getFixtureId()),
                fixture.getKickoffAt(),
                fixture.getKickoffKnown(),
                fixture.getStatus(),
                fixture.getVendorIds());
    }

    /** Forgets one that the topic no longer has. */
    public synchronized void forget(String fixtureId) {
        KnownFixture known = byId.remove(fixtureId);
        if (known != null) {
            bySides.getOrDefault(sides(known.id()), Set.of()).remove(fixtureId);
            known.kickoffs()
                    .forEach(kickoff ->
                            byDay.getOrDefault(day(kickoff), Set.of()).remove(fixtureId));
            byVendor.values().remove(fixtureId);
        }
    }

    /** How many there are. */
    public synchronized int size() {
        return byId.size();
    }

    /** Remembers what a reference was matched to. */
    synchronized void remember(FixtureRef ref, FixtureId id) {
        Instant kickoff = ref.kickoffAt();
        if (kickoff != null) {
            KnownFixture before = byId.get(id.value());
            String status = before == null ? "SCHEDULED" : before.status();
            put(id, kickoff, ref.kickoffKnown(), status, Map.of(ref.source(), ref.vendorId()));
        } else {
            byVendor.put(ref.key(), id.value());
        }
    }

    /** All known meetings of two sides at the home side's ground, by id. */
    synchronized List<KnownFixture> meetings(String competition, TeamId home, TeamId away) {
        return bySides.getOrDefault(competition + ' ' + home + ' ' + away, Set.of()).stream()
                .map(byId::get)
                .toList();
    }

    /** What a vendor's id was known to be. */
    synchronized Optional<KnownFixture> byVendor(String source, String vendorId) {
        return Optional.ofNullable(byVendor.get(source + ':' + vendorId)).map(byId::get);
    }

    /** All of a competition near a kickoff, by id. */
    synchronized List<KnownFixture> near(String competition, Instant kickoff, Duration window) {
        return near(kickoff, window).stream()
                .filter(known -> known.id().competition().equals(competition))
                .toList();
    }

    /** All near a kickoff, by id. */
    synchronized List<KnownFixture> near(Instant kickoff, Duration window) {
        Set<String> found = new TreeSet<>();
        byDay.subMap(day(kickoff.minus(window)), true, day(kickoff.plus(window)), true)
                .values()
                .forEach(found::addAll);
        return found.stream()
                .map(byId::get)
                .filter(known -> known.distance(kickoff).compareTo(window) <= 0)
                .toList();
    }

    private synchronized void put(
            FixtureId id, Instant kickoff, boolean kickoffKnown, String status, Map<String, String> vendorIds) {
        KnownFixture before = byId.get(id.value());
        Set<Instant> kickoffs = new LinkedHashSet<>();
        Map<String, String> ids = new HashMap<>();
        if (before != null) {
            kickoffs.addAll(before.kickoffs());
            ids.putAll(before.vendorIds());
        }
        kickoffs.remove(kickoff);
        if (kickoffs.size() >= MOST_KICKOFFS) {
            kickoffs.remove(kickoffs.iterator().next());
        }
        kickoffs.add(kickoff);
        ids.putAll(vendorIds);
        byId.put(id.value(), new KnownFixture(id, new ArrayList<>(kickoffs), kickoffKnown, status, ids));
        bySides.computeIfAbsent(sides(id), unused -> new TreeSet<>()).add(id.value());
        byDay.computeIfAbsent(day(kickoff), unused -> new TreeSet<>()).add(id.value());
        vendorIds.forEach((source, vendorId) -> byVendor.put(source + ':' + vendorId, id.value()));
    }

    private static String sides(FixtureId id) {
        return id.competition() + ' ' + id.home() + ' ' + id.away();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
