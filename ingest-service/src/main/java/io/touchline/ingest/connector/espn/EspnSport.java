package io.touchline.ingest.connector.espn;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sports that we read from ESPN. */
enum EspnSport {
    SOCCER("soccer", 2),
    BASKETBALL("basketball", 4),
    AMERICAN_FOOTBALL("american_football", 4),
    BASEBALL("baseball", 9),
    HOCKEY("hockey", 3);

    /** Two halves in place of four quarters. */
    private static final String MENS_COLLEGE_BASKETBALL = "mens-college-basketball";

    /** Leagues of basketball and hockey whose season is named by the year it is in, not by the one it ends in. */
    private static final Set<String> WITHIN_A_YEAR = Set.of("wnba", "fiba", "mens-olympics-basketball");

    private final String word;
    private final int periods;

    EspnSport(String word, int periods) {
        this.word = word;
        this.periods = periods;
    }

    /** Ours. */
    String word() {
        return word;
    }

    /** Periods of regular time. */
    int periods(@Nullable String slug) {
        return MENS_COLLEGE_BASKETBALL.equals(slug) ? 2 : periods;
    }

    /** The year a season starts in: ESPN names those of basketball and hockey by the year they end in. */
    int startYear(int espnYear, @Nullable String slug) {
        boolean byEnd = (this == BASKETBALL || this == HOCKEY) && (slug == null || !WITHIN_A_YEAR.contains(slug));
        return byEnd ? espnYear - 1 : espnYear;
    }

    /** By a league's slug; null where it does not tell. */
    static @Nullable EspnSport ofSlug(String slug) {
        return switch (slug) {
            case "nba", "wnba", "nba-development", "womens-college-basketball", MENS_COLLEGE_BASKETBALL -> BASKETBALL;
            case "nfl", "college-football", "cfl", "ufl", "xfl" -> AMERICAN_FOOTBALL;
            case "mlb", "college-baseball" -> BASEBALL;
            case "nhl", "mens-college-hockey", "womens-college-hockey" -> HOCKEY;
            default -> slug.indexOf('.') > 0 ? SOCCER : null;
        };
    }

    /** By the word in an address; null where it is none of these. */
    static @Nullable EspnSport ofPath(String word) {
        return switch (word) {
            case "soccer" -> SOCCER;
            case "basketball" -> BASKETBALL;
            case "football" -> AMERICAN_FOOTBALL;
            case "baseball" -> BASEBALL;
            case "hockey" -> HOCKEY;
            default -> null;
        };
    }
}
