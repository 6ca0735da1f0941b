package io.touchline.odds.connector.pinnacle;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pinnacle's numbers and names of sports, leagues, periods and units. */
final class PinnacleNames {

    static final String SOCCER = "soccer";

    private static final Map<String, String> SPORTS = Map.ofEntries(
            Map.entry("29", SOCCER),
            Map.entry("4", "basketball"),
            Map.entry("15", "american_football"),
            Map.entry("3", "baseball"),
            Map.entry("19", "hockey"),
            Map.entry("33", "tennis"),
            Map.entry("18", "handball"),
            Map.entry("34", "volleyball"),
            Map.entry("8", "cricket"),
            Map.entry("12", "esports"),
            Map.entry("22", "mixed_martial_arts"),
            Map.entry("26", "rugby_league"),
            Map.entry("27", "rugby_union"));

    private static final Map<String, String> LEAGUES = Map.ofEntries(
            Map.entry("england - premier league", "eng.1"),
            Map.entry("england - championship", "eng.2"),
            Map.entry("england - league 1", "eng.3"),
            Map.entry("england - league 2", "eng.4"),
            Map.entry("england - national league", "eng.5"),
            Map.entry("scotland - premiership", "sco.1"),
            Map.entry("germany - bundesliga", "ger.1"),
            Map.entry("germany - bundesliga 2", "ger.2"),
            Map.entry("italy - serie a", "ita.1"),
            Map.entry("italy - serie b", "ita.2"),
            Map.entry("spain - la liga", "esp.1"),
            Map.entry("spain - segunda division", "esp.2"),
            Map.entry("france - ligue 1", "fra.1"),
            Map.entry("france - ligue 2", "fra.2"),
            Map.entry("netherlands - eredivisie", "ned.1"),
            Map.entry("belgium - pro league", "bel.1"),
            Map.entry("portugal - primeira liga", "por.1"),
            Map.entry("turkey - super league", "tur.1"),
            Map.entry("greece - super league", "gre.1"),
            Map.entry("usa - major league soccer", "usa.1"),
            Map.entry("brazil - serie a", "bra.1"),
            Map.entry("simulated league", "sim.1"));

    private static final Map<String, String> PERIODS = Map.of(
            "1", "first half",
            "2", "second half",
            "3", "extra time",
            "4", "extra time, first half",
            "5", "extra time, second half",
            "6", "penalties",
            "7", "to qualify",
            "8", "to qualify, by another rule");

    private PinnacleNames() {}

    /** Ours where we have it, else one made of the number. */
    static String sport(String id) {
        return SPORTS.getOrDefault(id, "sport-" + id);
    }

    /** Ours where the name is one of those above; null where not. */
    static @Nullable String competition(String sport, @Nullable String league) {
        return league == null || !sport.equals(SOCCER) ? null : LEAGUES.get(league.toLowerCase(Locale.ROOT));
    }

    /** For people. */
    static String period(String sport, int number) {
        String name = sport.equals(SOCCER) ? PERIODS.get(Integer.toString(number)) : null;
        return "period " + number + (name == null ? " of " + sport : " of " + sport + " (" + name + ")");
    }

    /** What an event counts where it is no goals or points: Corners, Bookings and so on; null for the match itself. */
    static @Nullable String otherUnit(@Nullable String resultingUnit, @Nullable String home) {
        if (resultingUnit != null) {
            return resultingUnit.equalsIgnoreCase("regular") ? null : resultingUnit;
        }
        if (home == null || !home.endsWith(")")) {
            return null;
        }
        int open = home.lastIndexOf('(');
        String mark =
                open < 0 ? "" : home.substring(open + 1, home.length() - 1).strip();
        return switch (mark.toLowerCase(Locale.ROOT)) {
            case "corners",
                    "bookings",
                    "cards",
                    "offsides",
                    "shots",
                    "shots on target",
                    "fouls",
                    "throw-ins",
                    "goal kicks" -> mark;
            default -> null;
        };
    }
}
