package io.touchline.ingest.connector.opta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opta's ways to write a time. Where it names no zone it means that of London. */
final class OptaTimes {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss[.SSS]xx");
    private static final DateTimeFormatter BASIC_LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Map<String, ZoneId> ZONES = Map.of(
            "BST", LONDON,
            "GMT", LONDON,
            "UTC", ZoneOffset.UTC,
            "Z", ZoneOffset.UTC,
            "WET", ZoneId.of("Europe/Lisbon"),
            "CET", ZoneId.of("Europe/Paris"),
            "CEST", ZoneId.of("Europe/Paris"),
            "EET", ZoneId.of("Europe/Athens"),
            "EST", ZoneId.of("America/New_York"),
            "EDT", ZoneId.of("America/New_York"));

    /** When nobody tells the hour of a match. */
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    /**
     * A start.
     *
     * @param known false where only the day is told
     */
    record Start(Instant at, boolean known) {}

    private OptaTimes() {}

    /** Null where there is none or it cannot be read. */
    static @Nullable Instant instant(@Nullable String text, @Nullable String zone) {
        if (text == null) {
            return null;
        }
        String time = text.strip();
        try {
            if (time.length() > 8 && time.charAt(8) == 'T') {
                return time.length() == 15
                        ? LocalDateTime.parse(time, BASIC_LOCAL)
                                .atZone(zone(zone))
                                .toInstant()
                        : OffsetDateTime.parse(time, BASIC).toInstant();
            }
            String iso = time.replace(' ', 'T');
            if (iso.endsWith("Z") || iso.matches(".*[+-][0-9]{2}:[0-9]{2}$")) {
                return OffsetDateTime.parse(iso).toInstant();
            }
            return LocalDateTime.parse(iso).atZone(zone(zone)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A start by time, or by day alone; null where it cannot be read. */
    static @Nullable Start start(@Nullable String text, @Nullable String zone, boolean announced) {
        Instant at = instant(text, zone);
        if (at != null) {
            return new Start(at, announced);
        }
        LocalDate day = day(text);
        return day == null ? null : new Start(day.atTime(AFTERNOON).toInstant(ZoneOffset.UTC), false);
    }

    /** {@code 2021-09-11Z} and {@code 18:30:00Z}. */
    static @Nullable Start start(@Nullable String date, @Nullable String time) {
        LocalDate day = day(date);
        if (day == null) {
            Instant whole = instant(date, null);
            return whole == null ? null : new Start(whole, true);
        }
        try {
            if (time != null) {
                return new Start(
                        day.atTime(LocalTime.parse(time.replace("Z", ""))).toInstant(ZoneOffset.UTC), true);
            }
        } catch (DateTimeException e) {
            return null;
        }
        return new Start(day.atTime(AFTERNOON).toInstant(ZoneOffset.UTC), false);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip().replace("Z", ""));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? LONDON : ZONES.getOrDefault(name.strip().toUpperCase(Locale.ROOT), LONDON);
    }
}
