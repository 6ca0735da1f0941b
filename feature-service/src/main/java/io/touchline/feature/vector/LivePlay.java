package io.touchline.feature.vector;

import io.touchline.feature.catalogue.InPlayFeatures;
import io.touchline.feature.catalogue.MarketView;
import io.touchline.feature.state.LiveMatch;
import io.touchline.feature.state.LiveMatchBytes;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The running matches of a task. Each word of a match is put to its state; a vector is new once for each change that matters: goal, card, period, minute, shot, a fair price that moved by half a point.
 * A word that comes again after a crash finds the state as it left it, and sends at most the vector that stands.
 */
final class LivePlay {

    /** {@link LiveMatch} by fixture: about 1.5 KB at the end of the match, 7 KB at most. */
    static final String STORE = "live-by-fixture";

    private final KeyValueStore<String, byte[]> store;
    private final InPlayFeatures features;
    private final Map<String, LiveMatch> running = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();

    LivePlay(KeyValueStore<String, byte[]> store, InPlayFeatures features) {
        this.store = store;
        this.features = features;
    }

    void state(String id, MatchState state, long offset) {
        LiveMatch match = match(id);
        keep(id, match, match.state(state, offset));
    }

    void shot(String id, Shot shot) {
        LiveMatch match = match(id);
        keep(id, match, match.shot(shot));
    }

    /** A price; false where it is none of a running match, or hardly moved. */
    boolean snapshot(String id, MarketSnapshot snapshot) {
        if (!snapshot.getInPlay() && !hasBegun(id)) {
            return false;
        }
        long asOf = snapshot.getAsOf().toEpochMilli();
        MarketView.Past now = new MarketView(snapshot, asOf, asOf, before -> MarketView.Past.UNKNOWN).now();
        if (Double.isNaN(now.home() + now.draw() + now.away())) {
            return false;
        }
        LiveMatch match = match(id);
        boolean moved =
                match.fair(new LiveMatch.Fair(asOf, (float) now.home(), (float) now.draw(), (float) now.away()));
        keep(id, match, moved);
        return moved;
    }

    /** Whether a match runs, or is over. */
    boolean hasBegun(String id) {
        LiveMatch match = find(id);
        return match != null && match.hasBegun();
    }

    /** Puts the values of a match at their places; the time of its newest thing, milliseconds since 1970. */
    long fill(String id, float[] values) {
        LiveMatch match = match(id);
        features.fill(values, match);
        return match.newestAt();
    }

    /** Whether a vector is another one than the last that was asked for. */
    boolean isNew(String id, float[] values, long asOf) {
        Integer hash = 31 * Arrays.hashCode(values) + Long.hashCode(asOf);
        return !hash.equals(sent.put(id, hash));
    }

    void forget(String id) {
        store.delete(id);
        running.remove(id);
        sent.remove(id);
    }

    private void keep(String id, LiveMatch match, boolean changed) {
        if (changed) {
            running.put(id, match);
            store.put(id, LiveMatchBytes.write(match));
        }
    }

    private LiveMatch match(String id) {
        LiveMatch known = find(id);
        return known == null ? new LiveMatch() : known;
    }

    private @Nullable LiveMatch find(String id) {
        LiveMatch known = running.get(id);
        if (known == null) {
            byte[] bytes = store.get(id);
            if (bytes != null) {
                known = LiveMatchBytes.read(bytes);
                running.put(id, known);
            }
        }
        return known;
    }
}
