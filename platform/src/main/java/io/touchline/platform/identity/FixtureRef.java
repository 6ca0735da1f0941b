package io.touchline.platform.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor tells of which fixture it means; the words are the vendor's, save {@code competition}.
 *
 * @param source the vendor's name, as in {@code source} fields
 * @param vendorId the vendor's id of the fixture
 * @param sport ours: soccer, basketball, american_football, baseball, hockey, or another's name
 * @param competition our code where the adapter's own table knows it ({@code eng.1}); null where not
 * @param competitionName the vendor's words for it; null where it does not tell
 * @param country ISO 3166 code of two letters that the vendor gives; null where it gives none
 * @param seasonYear the year the season starts in; null where the vendor does not tell, the kickoff then says it
 * @param home the home side; null where the vendor does not say in this payload (an id alone, known from another payload)
 * @param away the away side; null likewise
 * @param kickoffAt scheduled start; null likewise
 * @param kickoffKnown false where only the day is meant
 * @param gameNumber which game of a double-header of one day, from 1; null where there is none
 */
public record FixtureRef(
        String source,
        String vendorId,
        String sport,
        @Nullable String competition,
        @Nullable String competitionName,
        @Nullable String country,
        @Nullable Integer seasonYear,
        @Nullable TeamRef home,
        @Nullable TeamRef away,
        @Nullable Instant kickoffAt,
        boolean kickoffKnown,
        @Nullable Integer gameNumber) {

    /** The fixture in the vendor's own numbers, one text: {@code espn:633790}. */
    public String key() {
        return source + ':' + vendorId;
    }

    /** For people. */
    public String shown() {
        return (home == null || away == null ? vendorId : home.name() + " - " + away.name() + " (" + vendorId + ")")
                + (kickoffAt == null ? "" : " at " + kickoffAt)
                + (competition != null
                        ? " in " + competition
                        : competitionName == null ? "" : " in " + competitionName);
    }
}
