package io.touchline.ingest.connector.understat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understat's leagues and that of the simulated one, and what of league and season can be told from an address, a file's name or a page's title. */
final class UnderstatLeagues {

    /** From this season on its times are UTC; before, they drift between London and Moscow. */
    static final int FIRST_SEASON_IN_UTC = 2021;

    private static final Map<String, String> CODES = Map.of(
            "epl", "eng.1",
            "laliga", "esp.1",
            "bundesliga", "ger.1",
            "seriea", "ita.1",
            "ligue1", "fra.1",
            "rfpl", "rus.1",
            "sim.1", "sim.1");

    private static final String NAMES = "EPL|La[ _-]?liga|Bundesliga|Serie[ _-]?A|Ligue[ _-]?1|RFPL|sim\\.1";
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "(?:^|[^a-zA-Z])(" + NAMES + ")(?![a-zA-Z])(?:[^0-9a-zA-Z]+(20[0-9]{2}|[0-9]{2}-[0-9]{2}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("<title>([^<]{0,300})</title>", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_TITLE = Pattern.compile(
            "(?:^|\\| )(" + NAMES + ")(?= xG| \\|).*?(20[0-9]{2})/20[0-9]{2}", Pattern.CASE_INSENSITIVE);

    /** League by our code and the year its season begins; null where unknown. */
    record Place(@Nullable String code, @Nullable Integer seasonYear) {

        static final Place UNKNOWN = new Place(null, null);
    }

    private UnderstatLeagues() {}

    /** Our code of a league's name in any of its spellings; null where it is none. */
    static @Nullable String code(@Nullable String name) {
        return name == null ? null : CODES.get(name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""));
    }

    /** By the last mention in an address or a path. */
    static Place ofLocation(String location) {
        Place place = Place.UNKNOWN;
        Matcher matcher = IN_ADDRESS.matcher(location);
        while (matcher.find()) {
            place = new Place(code(matcher.group(1)), year(matcher.group(2)));
        }
        return place;
    }

    /** By the page's title. */
    static Place ofPage(String page) {
        Matcher title = TITLE.matcher(page);
        if (title.find()) {
            Matcher matcher = IN_TITLE.matcher(title.group(1));
            if (matcher.find()) {
                return new Place(code(matcher.group(1)), year(matcher.group(2)));
            }
        }
        return Place.UNKNOWN;
    }

    /** {@code YYYY-MM-DD HH:MM:SS}, taken as UTC; or the day alone; null where it is neither. */
    static @Nullable Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atTime(15, 0).toInstant(ZoneOffset.UTC)
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Integer year(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.length() == 4 ? Integer.parseInt(text) : 2000 + Integer.parseInt(text.substring(0, 2));
    }
}
