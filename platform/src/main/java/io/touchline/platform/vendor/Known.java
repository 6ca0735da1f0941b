package io.touchline.platform.vendor;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution.Matched;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's fixture with what we know of it.
 *
 * @param ref the vendor's words
 * @param match which of ours it is; null where that is not known: its events are counted, shown and held, but never published
 */
public record Known(FixtureRef ref, @Nullable Matched match) {

    /** Our id, or null. */
    public @Nullable FixtureId id() {
        return match == null ? null : match.id();
    }

    /** Our id where there is one, the vendor's otherwise: what state about it is kept under. */
    public String key() {
        return match == null ? ref.key() : match.id().value();
    }
}
