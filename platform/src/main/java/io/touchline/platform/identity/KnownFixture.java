package io.touchline.platform.identity;

import io.touchline.domain.fixture.FixtureId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A fixture of which somebody told.
 *
 * @param id ours
 * @param kickoffs every kickoff that was told of it, the latest word last
 * @param kickoffKnown false where the latest word is a day
 * @param status SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED
 * @param vendorIds the vendors' ids by vendor
 */
record KnownFixture(
        FixtureId id, List<Instant> kickoffs, boolean kickoffKnown, String status, Map<String, String> vendorIds) {

    KnownFixture {
        kickoffs = List.copyOf(kickoffs);
        vendorIds = Map.copyOf(vendorIds);
    }

    /** The latest word. */
    Instant kickoff() {
        return kickoffs.getLast();
    }

    /** How far a kickoff is from the nearest that was ever told. */
    Duration distance(Instant kickoff) {
        return kickoffs.stream()
                .map(each -> Duration.between(each, kickoff).abs())
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** Whether a vendor means something else by another id. */
    boolean isAnothersOf(FixtureRef ref) {
        String its = vendorIds.get(ref.source());
        return its != null && !its.equals(ref.vendorId());
    }

    boolean isFinished() {
        return status.equals("FINISHED");
    }
}
