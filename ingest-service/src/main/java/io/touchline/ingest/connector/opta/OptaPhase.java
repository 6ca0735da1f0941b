package io.touchline.ingest.connector.opta;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a match stands, in our words.
 *
 * @param status as in {@code MatchSeen}
 * @param period as in {@code MatchSeen}
 */
record OptaPhase(String status, @Nullable String period) {

    private static final OptaPhase FINISHED = new OptaPhase("FINISHED", "FULL_TIME");
    private static final OptaPhase SCHEDULED = new OptaPhase("SCHEDULED", null);
    private static final OptaPhase POSTPONED = new OptaPhase("POSTPONED", null);
    private static final OptaPhase ABANDONED = new OptaPhase("ABANDONED", null);
    private static final OptaPhase CANCELLED = new OptaPhase("CANCELLED", null);

    boolean isOver() {
        return status.equals("FINISHED");
    }

    /** Of the classic feeds: a period's name and the kind of result; null for a name that is none. {@code FullTime90} waits for extra time, {@code FullTimePens} for the shoot-out. */
    static @Nullable OptaPhase of(@Nullable String period, @Nullable String result) {
        String kind = result == null ? "" : result.toLowerCase(Locale.ROOT);
        if (List.of("abandoned", "postponed", "cancelled", "void").contains(kind)) {
            return kind.equals("abandoned") ? ABANDONED : kind.equals("postponed") ? POSTPONED : CANCELLED;
        }
        return switch (period == null ? "prematch" : period.toLowerCase(Locale.ROOT)) {
            case "prematch", "fixture", "tbc" -> SCHEDULED;
            case "fulltime", "postmatch", "result" -> FINISHED;
            case "firsthalf" -> playing("FIRST_HALF");
            case "halftime" -> playing("HALF_TIME");
            case "secondhalf", "live" -> playing("SECOND_HALF");
            case "extrafirsthalf", "extrasecondhalf", "extrahalftime", "fulltime90", "breakafter90", "extratime" ->
                playing("EXTRA_TIME");
            case "shootout", "penalties", "fulltimepens", "breakbeforepens" -> playing("PENALTIES");
            case "postponed" -> POSTPONED;
            case "abandoned", "suspended" -> ABANDONED;
            case "cancelled", "canceled" -> CANCELLED;
            default -> null;
        };
    }

    /** Of the newer API: a status and the number of a period; null for a status that is none. */
    static @Nullable OptaPhase of(String status, int periodId) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "fixture" -> SCHEDULED;
            case "played", "awarded" -> FINISHED;
            case "playing" ->
                playing(
                        switch (periodId) {
                            case 1 -> "FIRST_HALF";
                            case 10 -> "HALF_TIME";
                            case 3, 4, 11, 12 -> "EXTRA_TIME";
                            case 5, 13 -> "PENALTIES";
                            default -> "SECOND_HALF";
                        });
            case "postponed" -> POSTPONED;
            case "suspended", "abandoned" -> ABANDONED;
            case "cancelled", "canceled" -> CANCELLED;
            default -> null;
        };
    }

    private static OptaPhase playing(String period) {
        return new OptaPhase("IN_PLAY", period);
    }
}
