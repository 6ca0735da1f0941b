package io.touchline.simulator.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a stream's change messages come from: the league, or a recording. Safe for many threads. */
interface BetfairSource {

    /**
     * What a client wants to see.
     *
     * @param filter its {@code marketFilter}
     * @param fields its {@code marketDataFilter.fields}, all the usual ones where it names none
     */
    record Wanted(JsonNode filter, Set<String> fields) {}

    /**
     * What one message tells.
     *
     * @param change number of the newest change in it
     * @param at the vendor's clock
     * @param type {@code ct} where the source says it; null for a plain update
     * @param segment {@code segmentType} where the source says it
     * @param markets the changes; empty for none
     */
    record Batch(
            long change,
            Instant at,
            @Nullable String type,
            @Nullable String segment,
            List<Object> markets) {}

    /** The markets that match, whole. */
    Batch image(Wanted wanted);

    /** What has changed since in the markets that match; null where nothing is due. */
    @Nullable Batch since(long change, Wanted wanted);

    /** How many markets match. */
    int count(Wanted wanted);

    /** The newest change; a client cannot know a later one. */
    long newest();

    /** The vendor's clock. */
    Instant now();
}
