package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The score of a match taken apart: {@code fullTime} is the running score and holds extra time and the shoot-out too; {@code extraTime} and {@code penalties} hold their own
 * goals alone; {@code regularTime} came late and is null in older answers
 * (<a href="https://docs.football-data.org/general/v4/overtime.html">docs.football-data.org/general/v4/overtime.html</a>).
 *
 * @param duration REGULAR, EXTRA_TIME or PENALTY_SHOOTOUT
 * @param board goals without the shoot-out; null where not told
 * @param half goals at half time; null where not told
 * @param regular goals after 90 minutes; null where they cannot be known
 */
record FootballDataOrgScore(
        String duration,
        @Nullable Goals board,
        @Nullable Goals half,
        @Nullable Goals regular) {

    private static final int MOST = 99;

    static FootballDataOrgScore of(JsonNode score) throws Unusable {
        String told = JsonFields.text(score, "duration");
        String duration = told == null ? "REGULAR" : told;
        Goals full = goals(score, "fullTime");
        Goals half = goals(score, "halfTime");
        Goals extra = goals(score, "extraTime");
        Goals kicks = goals(score, "penalties");
        Goals regular = goals(score, "regularTime");
        if (full == null) {
            return new FootballDataOrgScore(duration, null, half, null);
        }
        return switch (duration) {
            case "REGULAR" -> {
                fits(full, half, "half time");
                yield new FootballDataOrgScore(duration, full, half, full);
            }
            case "EXTRA_TIME" -> whole(duration, full, half, regular, extra, null);
            case "PENALTY_SHOOTOUT" -> whole(duration, full, half, regular, extra, kicks);
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "duration " + duration);
        };
    }

    private static FootballDataOrgScore whole(
            String duration,
            Goals full,
            @Nullable Goals half,
            @Nullable Goals regular,
            @Nullable Goals extra,
            @Nullable Goals kicks)
            throws Unusable {
        if (regular != null) {
            Goals summed = plus(regular, extra);
            if (!plus(summed, kicks).equals(full) && !summed.equals(full)) {
                throw new Unusable(
                        RejectReason.CONTRADICTORY_RESULT,
                        "full time " + shown(full) + " is not " + shown(regular) + " and what came after");
            }
            fits(regular, half, "half time");
            return new FootballDataOrgScore(duration, summed, half, regular);
        }
        Goals board = minus(full, kicks);
        fits(board, half, "half time");
        fits(board, extra, "extra time");
        Goals ninety = extra == null ? null : minus(board, extra);
        return new FootballDataOrgScore(duration, board, half, ninety);
    }

    private static Goals plus(Goals one, @Nullable Goals other) {
        return other == null ? one : new Goals(one.home() + other.home(), one.away() + other.away());
    }

    private static Goals minus(Goals all, @Nullable Goals part) throws Unusable {
        if (part == null) {
            return all;
        }
        fits(all, part, "what came after");
        return new Goals(all.home() - part.home(), all.away() - part.away());
    }

    private static void fits(Goals all, @Nullable Goals part, String name) throws Unusable {
        if (part != null && (part.home() > all.home() || part.away() > all.away())) {
            throw new Unusable(
                    RejectReason.CONTRADICTORY_RESULT, name + ' ' + shown(part) + " within a score of " + shown(all));
        }
    }

    /** Version 4 says {@code home}, version 2 {@code homeTeam}; null where either side is. */
    private static @Nullable Goals goals(JsonNode score, String name) throws Unusable {
        JsonNode part = JsonFields.object(score, name);
        boolean second = part.has("homeTeam");
        Integer home = JsonFields.whole(part, second ? "homeTeam" : "home", 0, MOST);
        Integer away = JsonFields.whole(part, second ? "awayTeam" : "away", 0, MOST);
        return home == null || away == null ? null : new Goals(home, away);
    }

    private static String shown(Goals goals) {
        return goals.home() + "-" + goals.away();
    }
}
