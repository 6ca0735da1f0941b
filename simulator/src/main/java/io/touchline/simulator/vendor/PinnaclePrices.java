package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.market.Opinion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The markets of a whole match in Pinnacle's words: main lines, alternative lines a quarter and a half away, team totals. */
final class PinnaclePrices {

    private static final double[] AWAY_FROM_MAIN = {0, -0.5, -0.25, 0.25, 0.5};
    private static final double LEAST_LIKELY = 0.03;
    private static final int LIMIT = 2000;

    private final Opinion opinion;
    private final boolean decimal;

    private PinnaclePrices(Opinion opinion, boolean decimal) {
        this.opinion = opinion;
        this.decimal = decimal;
    }

    static Map<String, Object> of(Opinion opinion, double mainTotal, double mainHandicap, boolean decimal) {
        return new PinnaclePrices(opinion, decimal).period(mainTotal, mainHandicap);
    }

    private Map<String, Object> period(double mainTotal, double mainHandicap) {
        int scored = opinion.homeGoals() + opinion.awayGoals();
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("maxSpread", LIMIT);
        period.put("maxMoneyline", LIMIT);
        period.put("maxTotal", LIMIT);
        period.put("maxTeamTotal", LIMIT / 4);
        double[] result = opinion.matchResult();
        if (isOpen(result)) {
            List<Double> odds = opinion.odds("MATCH_RESULT", result);
            period.put(
                    "moneyline",
                    object("home", price(odds.get(0)), "away", price(odds.get(2)), "draw", price(odds.get(1))));
        }
        List<Object> spreads = new ArrayList<>();
        List<Object> totals = new ArrayList<>();
        for (double away : AWAY_FROM_MAIN) {
            double handicap = mainHandicap + away;
            double[] sides = opinion.handicap(handicap);
            if (isOpen(sides)) {
                List<Double> odds = opinion.odds("HANDICAP", sides);
                Map<String, Object> line = object(
                        "hdp", handicap == 0 ? 0.0 : handicap, "home", price(odds.get(0)), "away", price(odds.get(1)));
                spreads.add(alternative(line, away, handicap));
            }
            double total = Math.max(mainTotal, scored + 0.5) + away;
            double[] goals = opinion.totals(total);
            if (isOpen(goals)) {
                List<Double> odds = opinion.odds("TOTALS", goals);
                Map<String, Object> line =
                        object("points", total, "over", price(odds.get(0)), "under", price(odds.get(1)));
                totals.add(alternative(line, away, total));
            }
        }
        if (!spreads.isEmpty()) {
            period.put("spreads", spreads);
        }
        if (!totals.isEmpty()) {
            period.put("totals", totals);
        }
        Map<String, Object> teams = new LinkedHashMap<>();
        for (boolean home : new boolean[] {true, false}) {
            double line = (home ? opinion.homeGoals() : opinion.awayGoals()) + 0.5;
            double[] goals = opinion.sideTotals(home, line);
            if (isOpen(goals)) {
                List<Double> odds = opinion.odds(home ? "HOME_TOTALS" : "AWAY_TOTALS", goals);
                teams.put(
                        home ? "home" : "away",
                        object("points", line, "over", price(odds.get(0)), "under", price(odds.get(1))));
            }
        }
        if (!teams.isEmpty()) {
            period.put("teamTotal", teams);
        }
        return period;
    }

    private static Map<String, Object> alternative(Map<String, Object> line, double away, double number) {
        if (away != 0) {
            line.put("altLineId", 30_000_000_000L + Math.round(number * 4));
            line.put("max", LIMIT / 2);
        }
        return line;
    }

    private static boolean isOpen(double[] fair) {
        for (double share : fair) {
            if (Double.isNaN(share) || share < LEAST_LIKELY) {
                return false;
            }
        }
        return true;
    }

    /** American odds are whole numbers at or beyond 100. */
    private double price(double odds) {
        return decimal ? odds : odds >= 2 ? Math.round((odds - 1) * 100) : -Math.round(100 / (odds - 1));
    }
}
