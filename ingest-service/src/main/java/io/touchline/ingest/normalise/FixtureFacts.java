package io.touchline.ingest.normalise;

import io.touchline.schema.Fixture;
import io.touchline.schema.Weather;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all sources together say of a fixture: the vendors' ids of all of them; ground and referee of the most trusted that names one; the kickoff of the most trusted that knows
 * the time of day; everything else of the source that is speaking. For one thread.
 */
final class FixtureFacts {

    private static final int REMEMBERED = 20_000;

    private record Word(int trust, String source, Fixture fixture) {}

    private final Map<String, Map<String, Word>> words = bounded();
    private final Map<String, Weather> weather = bounded();
    private final Map<String, Fixture> merged = bounded();

    /** The fixture as it stands with this source's word in it. */
    Fixture with(int trust, Fixture told) {
        Map<String, Word> spoken = words.computeIfAbsent(told.getFixtureId(), unused -> new HashMap<>());
        spoken.put(told.getSource(), new Word(trust, told.getSource(), told));
        List<Word> byTrust = spoken.values().stream()
                .sorted(Comparator.comparingInt(Word::trust).thenComparing(Word::source))
                .toList();
        Map<String, String> ids = new TreeMap<>();
        byTrust.forEach(word -> ids.putAll(word.fixture().getVendorIds()));
        Fixture clock = byTrust.stream()
                .map(Word::fixture)
                .filter(Fixture::getKickoffKnown)
                .findFirst()
                .orElse(told);
        Fixture whole = Fixture.newBuilder(told)
                .setVendorIds(new HashMap<>(ids))
                .setKickoffAt(clock.getKickoffAt())
                .setKickoffKnown(clock.getKickoffKnown())
                .setVenue(first(byTrust, Fixture::getVenue))
                .setReferee(first(byTrust, Fixture::getReferee))
                .setNeutral(byTrust.stream().anyMatch(word -> word.fixture().getNeutral()))
                .setWeather(weather.get(told.getFixtureId()))
                .build();
        merged.put(whole.getFixtureId(), whole);
        return whole;
    }

    /** The fixture with that weather, or null where no source told of the fixture yet, or the weather is what it was. */
    @Nullable Fixture with(String fixtureId, Weather seen) {
        Weather before = weather.put(fixtureId, seen);
        Fixture fixture = merged.get(fixtureId);
        if (fixture == null || (before != null && same(before, seen))) {
            return null;
        }
        Fixture whole = Fixture.newBuilder(fixture).setWeather(seen).build();
        merged.put(fixtureId, whole);
        return whole;
    }

    /** As last merged, or null. */
    @Nullable Fixture find(String fixtureId) {
        return merged.get(fixtureId);
    }

    private static boolean same(Weather one, Weather other) {
        return Objects.equals(one.getTemperatureC(), other.getTemperatureC())
                && Objects.equals(one.getPrecipitationMm(), other.getPrecipitationMm())
                && Objects.equals(one.getWindKmh(), other.getWindKmh());
    }

    private static @Nullable String first(List<Word> byTrust, Function<Fixture, @Nullable String> field) {
        for (Word word : byTrust) {
            String value = field.apply(word.fixture());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
