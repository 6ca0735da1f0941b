package io.touchline.ingest.connector.espn;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a match stands, in our words.
 *
 * @param status SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED
 * @param period of a match that runs or is over; null otherwise
 * @param minute of play, stoppage time included; null before kickoff and in other sports than football
 * @param overtime whether extra time or a shoot-out decided it
 * @param begun whether a score means something
 * @param timeKnown false where even ESPN has no time of day for it
 */
record EspnPhase(
        String status,
        @Nullable String period,
        @Nullable Integer minute,
        boolean overtime,
        boolean begun,
        boolean timeKnown) {

    private static final Set<String> AFTER_OVERTIME = Set.of("STATUS_FINAL_AET", "STATUS_FINAL_PEN", "STATUS_FINAL_ET");
    private static final int MOST_PERIODS = 60;

    static EspnPhase of(JsonNode status, EspnSport sport, int periods) throws Unusable {
        JsonNode type = JsonFields.object(status, "type");
        String name = JsonFields.neededText(type, "name");
        String state = JsonFields.neededText(type, "state");
        Integer number = JsonFields.whole(status, "period", 0, MOST_PERIODS);
        Double clock = JsonFields.number(status, "clock");
        int period = number == null ? 0 : number;
        String called = calledOff(name, state);
        if (called != null) {
            boolean stopped = called.equals("ABANDONED");
            return new EspnPhase(called, null, null, false, stopped && period > 0, true);
        }
        Integer minute =
                sport == EspnSport.SOCCER ? EspnClock.minute(clock, JsonFields.text(status, "displayClock")) : null;
        return switch (state) {
            case "pre" -> new EspnPhase("SCHEDULED", null, null, false, false, !name.equals("STATUS_TBD"));
            case "in" ->
                period == 0 && name.contains("DELAY")
                        ? new EspnPhase("SCHEDULED", null, null, false, false, true)
                        : new EspnPhase("IN_PLAY", period(sport, name, period, periods), minute, false, true, true);
            case "post" -> {
                if (!JsonFields.isSet(type, "completed")) {
                    throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " is over but not completed");
                }
                boolean overtime = AFTER_OVERTIME.contains(name) || period > periods;
                yield new EspnPhase("FINISHED", "FULL_TIME", minute, overtime, true, true);
            }
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "state " + state);
        };
    }

    /** Our status of a match that is not played, or not to its end; null for any other. A match that only rests goes on. */
    private static @Nullable String calledOff(String name, String state) {
        return switch (name) {
            case "STATUS_POSTPONED" -> "POSTPONED";
            case "STATUS_ABANDONED", "STATUS_ABANDONDED" -> "ABANDONED";
            case "STATUS_CANCELED", "STATUS_CANCELLED", "STATUS_FORFEIT", "STATUS_UNCONTESTED" -> "CANCELLED";
            case "STATUS_SUSPENDED" ->
                switch (state) {
                    case "pre" -> "POSTPONED";
                    case "in" -> null;
                    default -> "ABANDONED";
                };
            default -> null;
        };
    }

    private static String period(EspnSport sport, String name, int period, int periods) throws Unusable {
        if (sport == EspnSport.SOCCER) {
            return half(name, period);
        }
        if (period > periods || name.equals("STATUS_SHOOTOUT") || name.equals("STATUS_OVERTIME")) {
            return "EXTRA_TIME";
        }
        if (period < 1) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " in period " + period);
        }
        return "PERIOD_" + period;
    }

    /** A running match may show STATUS_IN_PROGRESS in place of a half. */
    private static String half(String name, int period) throws Unusable {
        return switch (name) {
            case "STATUS_FIRST_HALF" -> "FIRST_HALF";
            case "STATUS_HALFTIME" -> "HALF_TIME";
            case "STATUS_SECOND_HALF" -> "SECOND_HALF";
            case "STATUS_OVERTIME",
                    "STATUS_FIRST_EXTRA",
                    "STATUS_SECOND_EXTRA",
                    "STATUS_EXTRA_TIME",
                    "STATUS_END_OF_REGULATION",
                    "STATUS_HALFTIME_ET",
                    "STATUS_END_OF_EXTRATIME" -> "EXTRA_TIME";
            case "STATUS_SHOOTOUT" -> "PENALTIES";
            default ->
                switch (period) {
                    case 1 -> name.equals("STATUS_END_PERIOD") ? "HALF_TIME" : "FIRST_HALF";
                    case 2 -> "SECOND_HALF";
                    case 3, 4 -> "EXTRA_TIME";
                    case 5 -> "PENALTIES";
                    default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " in period " + period);
                };
        };
    }
}
