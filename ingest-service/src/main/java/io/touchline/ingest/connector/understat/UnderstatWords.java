package io.touchline.ingest.connector.understat;

import io.touchline.ingest.connector.xg.CheckedShot;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A shot, and the fixture it tells of, in Understat's words; JSON and tables have the same ones. */
final class UnderstatWords {

    static final String SOURCE = "understat";

    private static final Map<String, String> RESULTS = Map.of(
            "Goal", "GOAL",
            "OwnGoal", "OWN_GOAL",
            "SavedShot", "SAVED",
            "MissedShots", "MISSED",
            "BlockedShot", "BLOCKED",
            "ShotOnPost", "POST");
    private static final Map<String, String> SITUATIONS = Map.of(
            "OpenPlay", "OPEN_PLAY",
            "FromCorner", "CORNER",
            "SetPiece", "SET_PIECE",
            "DirectFreekick", "FREE_KICK",
            "Penalty", "PENALTY");
    private static final int FIRST_SEASON = 2014;
    private static final int LAST_SEASON = 2100;

    private UnderstatWords() {}

    /**
     * A shot.
     *
     * @param value by the name of a field
     * @param side of the list it stands in; null where it has to say itself
     */
    static CheckedShot shot(Function<String, @Nullable String> value, @Nullable String side) throws Unusable {
        String result = RESULTS.get(needed(value, "result"));
        if (result == null) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a result that is none: " + value.apply("result"));
        }
        String situation = value.apply("situation");
        return new CheckedShot(
                Words.id(needed(value, "id")),
                side(value.apply("h_a"), side),
                value.apply("player"),
                Words.minute(value.apply("minute")),
                Words.number("X", value.apply("X")),
                Words.number("Y", value.apply("Y")),
                Words.number("xG", value.apply("xG")),
                situation == null ? null : SITUATIONS.get(situation),
                result);
    }

    /** The fixture that a shot tells of. */
    static FixtureRef fixture(Function<String, @Nullable String> value, UnderstatLeagues.Place place) throws Unusable {
        Integer season = Words.whole("season", value.apply("season"), FIRST_SEASON, LAST_SEASON);
        String date = value.apply("date");
        return fixture(
                Words.id(needed(value, "match_id")),
                place.code(),
                season == null ? place.seasonYear() : season,
                team(value.apply("h_team"), null, null),
                team(value.apply("a_team"), null, null),
                date);
    }

    /** By its parts. */
    static FixtureRef fixture(
            String id,
            @Nullable String competition,
            @Nullable Integer season,
            @Nullable TeamRef home,
            @Nullable TeamRef away,
            @Nullable String date)
            throws Unusable {
        Instant kickoffAt = date == null ? null : UnderstatLeagues.time(date);
        if (date != null && kickoffAt == null) {
            throw new Unusable(RejectReason.BROKEN_DATE, "no such time: " + date);
        }
        boolean known = date != null && date.length() > 10 && isInUtc(season, date);
        return new FixtureRef(
                SOURCE, id, "soccer", competition, null, null, season, home, away, kickoffAt, known, null);
    }

    static @Nullable TeamRef team(@Nullable String name, @Nullable String shortName, @Nullable String id) {
        return name == null ? null : new TeamRef(name, shortName, id);
    }

    private static boolean isInUtc(@Nullable Integer season, String date) {
        return season != null
                ? season >= UnderstatLeagues.FIRST_SEASON_IN_UTC
                : date.compareTo(UnderstatLeagues.FIRST_SEASON_IN_UTC + "-07-15") >= 0;
    }

    private static String side(@Nullable String said, @Nullable String list) throws Unusable {
        if (said == null && list != null) {
            return list;
        }
        String side = "h".equals(said) ? "HOME" : "a".equals(said) ? "AWAY" : null;
        if (side == null || (list != null && !list.equals(side))) {
            throw new Unusable(RejectReason.MISSING_TEAM, "neither side: h_a is " + said);
        }
        return side;
    }

    private static String needed(Function<String, @Nullable String> value, String name) throws Unusable {
        String text = value.apply(name);
        if (text == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no " + name);
        }
        return text;
    }
}
