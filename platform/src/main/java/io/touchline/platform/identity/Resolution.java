package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.reject.RejectReason;
import java.util.List;

/** What became of a vendor's reference to a fixture. */
public sealed interface Resolution {

    /**
     * It is this one.
     *
     * @param id ours
     * @param competition whose
     * @param season when
     * @param home the home side
     * @param away the away side
     * @param confidence 0 to 1; 1 where names or a person's link said it outright
     */
    record Matched(FixtureId id, Competition competition, Season season, Team home, Team away, double confidence)
            implements Resolution {}

    /**
     * None with confidence.
     *
     * @param reason UNKNOWN_COMPETITION, UNKNOWN_TEAM, SAME_TEAM_TWICE, UNKNOWN_FIXTURE, AMBIGUOUS_FIXTURE, MISSING_FIELD ...
     * @param detail for a person, with the vendor's words
     * @param candidates fixture ids or team ids that may have been meant, best first
     */
    record Unmatched(RejectReason reason, String detail, List<String> candidates) implements Resolution {

        public Unmatched {
            candidates = List.copyOf(candidates);
        }
    }
}
