package io.touchline.platform.quality;

import io.touchline.domain.fixture.FixtureId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something odd, as a check tells it.
 *
 * @param kind its name
 * @param source whom it is about
 * @param fixtureId whose; null where it is not about one fixture
 * @param competition whose; null where it is not about one
 * @param detail with the values, for a person
 * @param trusted the source whose word was taken; null where there was no choice
 * @param observedAt the vendor's clock
 */
public record Finding(
        FindingKind kind,
        String source,
        @Nullable String fixtureId,
        @Nullable String competition,
        String detail,
        @Nullable String trusted,
        Instant observedAt) {

    static Finding of(FindingKind kind, String source, String detail, Instant observedAt) {
        return new Finding(kind, source, null, null, detail, null, observedAt);
    }

    static Finding of(FindingKind kind, String source, FixtureId fixture, String detail, Instant observedAt) {
        return new Finding(kind, source, fixture.value(), fixture.competition(), detail, null, observedAt);
    }

    Finding trusting(String whom) {
        return new Finding(kind, source, fixtureId, competition, detail, whom, observedAt);
    }

    /** Two findings with the same are one that goes on. */
    String subject() {
        return kind + "|" + source + "|" + fixtureId + "|" + competition;
    }
}
