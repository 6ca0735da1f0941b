package io.touchline.ingest.connector.espn;

import io.touchline.ingest.connector.espn.payload.EspnEvent;
import io.touchline.platform.reject.RejectReason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a match stands, in our words.
 *
 * @param status SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED
 * @param period of a match that runs or is over; null otherwise
 * @param minute of play, stoppage time included; null before kickoff
 * @param overtime whether extra time or a shoot-out decided it
 */
record EspnPhase(
        String status, @Nullable String period, @Nullable Integer minute, boolean overtime) {

    private static final Set<String> AFTER_OVERTIME = Set.of("STATUS_FINAL_AET", "STATUS_FINAL_PEN");

    static EspnPhase of(EspnEvent.@Nullable Status status) throws Unusable {
        EspnEvent.Status.Type type = status == null ? null : status.type();
        if (status == null || type == null || type.name() == null || type.state() == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no status");
        }
        switch (type.name()) {
            case "STATUS_POSTPONED" -> {
                return new EspnPhase("POSTPONED", null, null, false);
            }
            case "STATUS_ABANDONED" -> {
                return new EspnPhase("ABANDONED", null, null, false);
            }
            case "STATUS_CANCELED", "STATUS_CANCELLED", "STATUS_FORFEIT" -> {
                return new EspnPhase("CANCELLED", null, null, false);
            }
            default -> {
                // the state decides
            }
        }
        Integer minute = EspnClock.minute(status.clock(), status.displayClock());
        return switch (type.state()) {
            case "pre" -> new EspnPhase("SCHEDULED", null, null, false);
            case "in" -> new EspnPhase("IN_PLAY", period(type.name(), status.period()), minute, false);
            case "post" -> {
                if (!Boolean.TRUE.equals(type.completed())) {
                    throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, type.name() + " is over but not completed");
                }
                yield new EspnPhase("FINISHED", "FULL_TIME", minute, AFTER_OVERTIME.contains(type.name()));
            }
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "state " + type.state());
        };
    }

    /** A running match may show STATUS_IN_PROGRESS in place of a half. */
    private static String period(String name, @Nullable Integer period) throws Unusable {
        return switch (name) {
            case "STATUS_FIRST_HALF" -> "FIRST_HALF";
            case "STATUS_HALFTIME" -> "HALF_TIME";
            case "STATUS_SECOND_HALF" -> "SECOND_HALF";
            case "STATUS_OVERTIME", "STATUS_END_OF_REGULATION", "STATUS_HALFTIME_ET", "STATUS_END_OF_EXTRATIME" ->
                "EXTRA_TIME";
            case "STATUS_SHOOTOUT" -> "PENALTIES";
            default ->
                switch (period == null ? 0 : period) {
                    case 1 -> "FIRST_HALF";
                    case 2 -> "SECOND_HALF";
                    case 3, 4 -> "EXTRA_TIME";
                    case 5 -> "PENALTIES";
                    default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " in period " + period);
                };
        };
    }
}
