package io.touchline.ingest.connector.espn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ESPN's clock: seconds that stand at 45 and 90 minutes, and a text that counts on, {@code 90'+5'}. */
final class EspnClock {

    private static final Pattern STOPPAGE = Pattern.compile("[0-9]+'\\s*\\+\\s*([0-9]{1,2})'?");
    private static final double LONGEST_SECONDS = 130 * 60;

    private EspnClock() {}

    /** Full minutes played, stoppage time included; null where the clock makes no sense. */
    static @Nullable Integer minute(@Nullable Double seconds, @Nullable String display) {
        if (seconds == null || !(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            return null;
        }
        return (int) (seconds / 60) + stoppage(display);
    }

    /** Full minutes of stoppage time: {@code 45'+1'} is the first one, which is not full yet. */
    private static int stoppage(@Nullable String display) {
        Matcher matcher = STOPPAGE.matcher(display == null ? "" : display);
        return matcher.matches() ? Math.max(0, Integer.parseInt(matcher.group(1)) - 1) : 0;
    }
}
