package io.touchline.platform.sportradar;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The vendor's codes and words for how a match stands, which mean the same in all of its answers. */
final class MatchWords {

    private static final String[] STATUS = {
        "SCHEDULED",
        "IN_PLAY",
        "IN_PLAY",
        "FINISHED",
        "FINISHED",
        "CANCELLED",
        "SCHEDULED",
        "IN_PLAY",
        "POSTPONED",
        "ABANDONED"
    };

    private static final Map<String, String> STATUS_WORDS = Map.ofEntries(
            Map.entry("not_started", "SCHEDULED"),
            Map.entry("created", "SCHEDULED"),
            Map.entry("match_about_to_start", "SCHEDULED"),
            Map.entry("delayed", "SCHEDULED"),
            Map.entry("start_delayed", "SCHEDULED"),
            Map.entry("time_tbd", "SCHEDULED"),
            Map.entry("scheduled", "SCHEDULED"),
            Map.entry("live", "IN_PLAY"),
            Map.entry("inprogress", "IN_PLAY"),
            Map.entry("suspended", "IN_PLAY"),
            Map.entry("interrupted", "IN_PLAY"),
            Map.entry("halftime", "IN_PLAY"),
            Map.entry("ended", "FINISHED"),
            Map.entry("closed", "FINISHED"),
            Map.entry("complete", "FINISHED"),
            Map.entry("postponed", "POSTPONED"),
            Map.entry("abandoned", "ABANDONED"),
            Map.entry("cancelled", "CANCELLED"),
            Map.entry("canceled", "CANCELLED"));

    private static final Map<Integer, String> PERIODS = Map.ofEntries(
            Map.entry(6, "FIRST_HALF"),
            Map.entry(7, "SECOND_HALF"),
            Map.entry(31, "HALF_TIME"),
            Map.entry(32, "EXTRA_TIME"),
            Map.entry(33, "EXTRA_TIME"),
            Map.entry(34, "PENALTIES"),
            Map.entry(35, "PENALTIES"),
            Map.entry(36, "PENALTIES"),
            Map.entry(40, "EXTRA_TIME"),
            Map.entry(41, "EXTRA_TIME"),
            Map.entry(42, "EXTRA_TIME"),
            Map.entry(50, "PENALTIES"),
            Map.entry(51, "PENALTIES"),
            Map.entry(52, "PENALTIES"),
            Map.entry(100, "FULL_TIME"),
            Map.entry(110, "FULL_TIME"),
            Map.entry(120, "FULL_TIME"),
            Map.entry(130, "FULL_TIME"),
            Map.entry(419, "EXTRA_TIME"),
            Map.entry(420, "EXTRA_TIME"));

    private static final Map<String, String> PERIOD_WORDS = Map.ofEntries(
            Map.entry("1st_half", "FIRST_HALF"),
            Map.entry("2nd_half", "SECOND_HALF"),
            Map.entry("halftime", "HALF_TIME"),
            Map.entry("half_time", "HALF_TIME"),
            Map.entry("awaiting_extra_time", "EXTRA_TIME"),
            Map.entry("extra_time_halftime", "EXTRA_TIME"),
            Map.entry("overtime", "EXTRA_TIME"),
            Map.entry("1st_extra", "EXTRA_TIME"),
            Map.entry("2nd_extra", "EXTRA_TIME"),
            Map.entry("awaiting_penalties", "PENALTIES"),
            Map.entry("penalties", "PENALTIES"),
            Map.entry("ended", "FULL_TIME"),
            Map.entry("aet", "FULL_TIME"),
            Map.entry("ap", "FULL_TIME"),
            Map.entry("ags", "FULL_TIME"));

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})(st|nd|rd|th)_(period|quarter|inning|set)\\w*");
    private static final Pattern CODE = Pattern.compile("\\d{1,3}");

    private MatchWords() {}

    /** SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED. */
    static String status(String said) throws Unusable {
        if (CODE.matcher(said).matches()) {
            int code = Integer.parseInt(said);
            if (code < STATUS.length) {
                return STATUS[code];
            }
        }
        String status = STATUS_WORDS.get(said.toLowerCase(Locale.ROOT).replace(' ', '_'));
        if (status == null) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "status " + said);
        }
        return status;
    }

    /** Our period; null where it is none, or a pause of a sport that has several. */
    static @Nullable String period(String said) {
        if (CODE.matcher(said).matches()) {
            int code = Integer.parseInt(said);
            if (code >= 1 && code <= 5) {
                return "PERIOD_" + code;
            } else if (code >= 13 && code <= 16) {
                return "PERIOD_" + (code - 12);
            } else if (code >= 401 && code <= 418) {
                return "PERIOD_" + ((code - 399) / 2);
            }
            return PERIODS.get(code);
        }
        String word = said.toLowerCase(Locale.ROOT).replace(' ', '_');
        Matcher numbered = NUMBERED.matcher(word);
        return numbered.matches() ? "PERIOD_" + numbered.group(1) : PERIOD_WORDS.get(word);
    }

    /** Whether a match that is over was over after its regular time: neither extra time nor penalties, and played. */
    static boolean endedInTime(String matchStatus) {
        return matchStatus.equals("100") || matchStatus.equalsIgnoreCase("ended");
    }
}
