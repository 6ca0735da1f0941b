package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Match;
import io.touchline.simulator.market.Opinion;
import java.util.ArrayList;
import java.util.List;

/** The market types that the simulated exchange has for every match. */
enum BetfairType {
    MATCH_ODDS("Match Odds", 0),
    OVER_UNDER_15("Over/Under 1.5 Goals", 1.5),
    OVER_UNDER_25("Over/Under 2.5 Goals", 2.5),
    OVER_UNDER_35("Over/Under 3.5 Goals", 3.5),
    BOTH_TEAMS_TO_SCORE("Both teams to Score?", 0),
    ASIAN_HANDICAP("Asian Handicap", 0);

    private static final long DRAW = 58805;
    private static final long UNDER = 47970;
    private static final long YES = 30246;
    private static final long NO = 110503;

    /** Lines of a handicap market, as distances from a half-goal line; none is a whole goal, so every runner wins or loses. */
    private static final double[] HANDICAPS = {-1, -0.75, -0.25, 0, 0.25, 0.75, 1};

    /**
     * One answer of a market.
     *
     * @param id the vendor's
     * @param handicap its own; 0 where the market has none
     * @param name as in the catalogue
     */
    record Runner(long id, double handicap, String name) {}

    private final String title;
    private final double line;

    BetfairType(String title, double line) {
        this.title = title;
        this.line = line;
    }

    String title() {
        return title;
    }

    String bettingType() {
        return this == ASIAN_HANDICAP ? "ASIAN_HANDICAP_DOUBLE_LINE" : "ODDS";
    }

    /** How many runners win; none is told for handicaps. */
    int winners() {
        return this == ASIAN_HANDICAP ? 0 : 1;
    }

    /** In the order in which the vendor lists them. */
    List<Runner> runners(Match match, double mainHandicap) {
        String home = ClubNames.betfair(match.home());
        String away = ClubNames.betfair(match.away());
        long homeId = Long.parseLong(match.home().vendorId()) + 1000;
        long awayId = Long.parseLong(match.away().vendorId()) + 1000;
        return switch (this) {
            case MATCH_ODDS ->
                List.of(new Runner(homeId, 0, home), new Runner(awayId, 0, away), new Runner(DRAW, 0, "The Draw"));
            case OVER_UNDER_15, OVER_UNDER_25, OVER_UNDER_35 ->
                List.of(
                        new Runner(UNDER + 2L * ordinal(), 0, "Under " + line + " Goals"),
                        new Runner(UNDER + 2L * ordinal() + 1, 0, "Over " + line + " Goals"));
            case BOTH_TEAMS_TO_SCORE -> List.of(new Runner(YES, 0, "Yes"), new Runner(NO, 0, "No"));
            case ASIAN_HANDICAP -> {
                double middle = Math.floor(mainHandicap) + 0.5;
                List<Runner> runners = new ArrayList<>();
                for (double distance : HANDICAPS) {
                    if ((middle + distance) % 1 != 0) {
                        runners.add(new Runner(homeId, middle + distance, home));
                        runners.add(new Runner(awayId, 0.0 - middle - distance, away));
                    }
                }
                yield List.copyOf(runners);
            }
        };
    }

    /** Fair shares in the order of the runners. */
    double[] fair(Opinion opinion, List<Runner> runners) {
        return switch (this) {
            case MATCH_ODDS -> homeAwayDraw(opinion.matchResult());
            case OVER_UNDER_15, OVER_UNDER_25, OVER_UNDER_35 -> reversed(opinion.totals(line));
            case BOTH_TEAMS_TO_SCORE -> opinion.bothScore();
            case ASIAN_HANDICAP -> {
                double[] all = new double[runners.size()];
                for (int i = 0; i < all.length; i += 2) {
                    double[] pair = opinion.handicap(runners.get(i).handicap());
                    all[i] = pair[0];
                    all[i + 1] = pair[1];
                }
                yield all;
            }
        };
    }

    /** Odds to back in the order of the runners. */
    double[] odds(Opinion opinion, List<Runner> runners) {
        return switch (this) {
            case MATCH_ODDS -> homeAwayDraw(array(opinion.odds("MATCH_RESULT", opinion.matchResult())));
            case OVER_UNDER_15, OVER_UNDER_25, OVER_UNDER_35 ->
                reversed(array(opinion.odds("TOTALS", opinion.totals(line))));
            case BOTH_TEAMS_TO_SCORE -> array(opinion.odds("BOTH_SCORE", opinion.bothScore()));
            case ASIAN_HANDICAP -> {
                double[] all = new double[runners.size()];
                for (int i = 0; i < all.length; i += 2) {
                    List<Double> pair = opinion.odds(
                            "HANDICAP", opinion.handicap(runners.get(i).handicap()));
                    all[i] = pair.get(0);
                    all[i + 1] = pair.get(1);
                }
                yield all;
            }
        };
    }

    /** Whether the runner has won with that final score. */
    boolean hasWon(int runner, List<Runner> runners, int home, int away) {
        return switch (this) {
            case MATCH_ODDS -> Integer.signum(home - away) == new int[] {1, -1, 0}[runner];
            case OVER_UNDER_15, OVER_UNDER_25, OVER_UNDER_35 -> (home + away > line) == (runner == 1);
            case BOTH_TEAMS_TO_SCORE -> (home > 0 && away > 0) == (runner == 0);
            case ASIAN_HANDICAP -> {
                int lead = runner % 2 == 0 ? home - away : away - home;
                yield lead + runners.get(runner).handicap() > 0;
            }
        };
    }

    private static double[] homeAwayDraw(double[] homeDrawAway) {
        return new double[] {homeDrawAway[0], homeDrawAway[2], homeDrawAway[1]};
    }

    private static double[] reversed(double[] overUnder) {
        return new double[] {overUnder[1], overUnder[0]};
    }

    private static double[] array(List<Double> odds) {
        return odds.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
