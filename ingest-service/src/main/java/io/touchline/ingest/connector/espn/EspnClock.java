package io.touchline.ingest.connector.espn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ESPN's football clock: seconds that stand at 45 and 90 minutes, and a text that counts on, {@code 90'+5'}. */
final class EspnClock {

    private static final Pattern DISPLAY = Pattern.compile("([0-9]{1,3})'?(?:\\s*\\+\\s*([0-9]{1,2})'?)?");
    private static final double LONGEST_SECONDS = 130 * 60;

    private EspnClock() {}

    /** Full minutes played, stoppage time included; null where the clock makes no sense. */
    static @Nullable Integer minute(@Nullable Double seconds, @Nullable String display) {
        double counted = seconds(seconds, display);
        if (!(counted >= 0 && counted <= LONGEST_SECONDS)) {
            return null;
        }
        return (int) (counted / 60) + stoppage(display);
    }

    /** Seconds by ESPN's count, from the text where the number is missing; negative where neither tells. */
    static double seconds(@Nullable Double seconds, @Nullable String display) {
        if (seconds != null) {
            return seconds;
        }
        Matcher matcher = DISPLAY.matcher(display == null ? "" : display.strip());
        if (!matcher.matches()) {
            return -1;
        }
        int minute = Integer.parseInt(matcher.group(1));
        return 60.0 * (matcher.group(2) == null ? Math.max(0, minute - 1) : minute);
    }

    /** Full minutes of stoppage time: {@code 45'+1'} is the first one, which is not full yet. */
    private static int stoppage(@Nullable String display) {
        Matcher matcher = DISPLAY.matcher(display == null ? "" : display.strip());
        return matcher.matches() && matcher.group(2) != null ? Math.max(0, Integer.parseInt(matcher.group(2)) - 1) : 0;
    }
}
