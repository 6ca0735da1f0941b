package io.touchline.feature.vector;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FixtureForm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What a task keeps of its fixtures: kickoff, team part, prices. The stores hold it; for the fixtures that are busiest it stands unpacked beside them. A fixture is forgotten by its kickoff.
 */
final class KeptFixtures {

    private static final int MOST_UNPACKED = 1_000;

    private final KeyValueStore<String, byte[]> kickoffs;
    private final KeyValueStore<String, FixtureForm> forms;
    private final KeyValueStore<String, byte[]> prices;
    private final FeatureCatalogue catalogue;
    private final Map<String, KnownPart> parts = unpacked();
    private final Map<String, PriceMemory> memories = unpacked();
    private final KickoffQueue queue = new KickoffQueue();

    /** Takes up what the stores hold. */
    KeptFixtures(
            KeyValueStore<String, byte[]> kickoffs,
            KeyValueStore<String, FixtureForm> forms,
            KeyValueStore<String, byte[]> prices,
            FeatureCatalogue catalogue) {
        this.kickoffs = kickoffs;
        this.forms = forms;
        this.prices = prices;
        this.catalogue = catalogue;
        try (var all = kickoffs.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                queue.put(entry.key, Kickoff.read(entry.value).at());
            }
        }
    }

    int size() {
        return queue.size();
    }

    /** The fixtures that kicked off before a time, each told once. */
    List<String> takeBefore(long time) {
        return queue.takeBefore(time);
    }

    @Nullable Kickoff kickoff(String id) {
        byte[] bytes = kickoffs.get(id);
        return bytes == null ? null : Kickoff.read(bytes);
    }

    void keep(String id, Kickoff kickoff) {
        kickoffs.put(id, kickoff.write());
        queue.put(id, kickoff.at());
    }

    /** A team part; it tells the kickoff too where nobody else has. */
    void keep(String id, FixtureForm form) {
        forms.put(id, form);
        parts.remove(id);
        if (kickoff(id) == null) {
            keep(id, new Kickoff(form.getKickoffAt().toEpochMilli(), Long.MIN_VALUE, false));
        }
    }

    /** One whose kickoff nobody told kicked off when something of it was seen. */
    void seen(String id, Instant at) {
        if (kickoff(id) == null) {
            keep(id, new Kickoff(at.toEpochMilli(), Long.MIN_VALUE, false));
        }
    }

    /** The team part of the fixture's kickoff, once it has come. */
    @Nullable KnownPart readyPart(String id) {
        Kickoff kickoff = kickoff(id);
        KnownPart part = kickoff == null || kickoff.off() ? null : part(id);
        if (part == null || kickoff == null) {
            return null;
        }
        return !kickoff.isTold() || part.kickoffAt() == kickoff.at() ? part : null;
    }

    @Nullable KnownPart part(String id) {
        KnownPart known = parts.get(id);
        if (known == null) {
            FixtureForm form = forms.get(id);
            if (form != null) {
                known = KnownPart.of(form, catalogue);
                parts.put(id, known);
            }
        }
        return known;
    }

    @Nullable PriceMemory memory(String id) {
        PriceMemory known = memories.get(id);
        if (known == null) {
            byte[] bytes = prices.get(id);
            if (bytes != null) {
                known = PriceMemory.read(bytes);
                memories.put(id, known);
            }
        }
        return known;
    }

    void remember(String id, PriceMemory memory) {
        prices.put(id, memory.write());
        memories.put(id, memory);
    }

    void forget(String id) {
        kickoffs.delete(id);
        forms.delete(id);
        prices.delete(id);
        parts.remove(id);
        memories.remove(id);
    }

    private static <V> Map<String, V> unpacked() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_UNPACKED;
            }
        };
    }
}
