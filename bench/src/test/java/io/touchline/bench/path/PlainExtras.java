package io.touchline.bench.path;

import io.touchline.bench.path.PlainReference.Line;
import io.touchline.bench.path.PlainReference.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The plain way to odds-fed ratings, referees, expected goals, fatigue and dominance of a closing vector; see {@link PlainReference}. */
final class PlainExtras {

    private final Line match;
    private final List<Line> known;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Double> oddsElo = new HashMap<>();

    private PlainExtras(Line match, List<Line> known) {
        this.match = match;
        this.known = known;
    }

    /** Puts expected goals of a table of Understat's matches to the lines, by names and season. */
    static List<Line> withXg(List<Line> lines, Path xg, Path names) throws IOException {
        Map<String, String> ours = new HashMap<>();
        for (String row : Files.readAllLines(names, StandardCharsets.UTF_8)) {
            String[] cells = row.split(",", -1);
            if (cells[0].equals("E0")) {
                ours.put(cells[1], cells[2]);
            }
        }
        List<String> rows = Files.readAllLines(xg, StandardCharsets.UTF_8);
        List<String> header = Arrays.asList(rows.getFirst().split(",", -1));
        Map<String, Map<String, String>> byMatch = new HashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            String home = ours.get(cells[header.indexOf("home_team")]);
            String away = ours.get(cells[header.indexOf("away_team")]);
            Map<String, String> told = new HashMap<>();
            for (String[] pair :
                    new String[][] {{"_xg", "XG"}, {"_np_xg", "NPXG"}, {"_ppda", "PPDA"}, {"_deep_completions", "DEEP"}
                    }) {
                told.put("H" + pair[1], cells[header.indexOf("home" + pair[0])]);
                told.put("A" + pair[1], cells[header.indexOf("away" + pair[0])]);
            }
            byMatch.put(cells[header.indexOf("season")] + home + away, told);
        }
        List<Line> with = new ArrayList<>();
        for (Line line : lines) {
            Map<String, String> cells = new HashMap<>(line.cells());
            cells.putAll(byMatch.getOrDefault(line.season() + line.home() + line.away(), Map.of()));
            with.add(new Line(cells, line.season(), line.kickoff()));
        }
        return with;
    }

    static Map<String, Double> of(
            Line match, List<Line> known, Map<String, Double> elo, List<Side> home, List<Side> away) {
        PlainExtras extras = new PlainExtras(match, known);
        known.forEach(extras::rate);
        extras.side("home", home, elo.getOrDefault(match.home(), 1500.0), match.home());
        extras.side("away", away, elo.getOrDefault(match.away(), 1500.0), match.away());
        double h = extras.values.get("elo_odds_home") + 65;
        extras.values.put("elo_odds_difference", h - extras.values.get("elo_odds_away"));
        extras.values.put(
                "elo_odds_expected_home", 1 / (1 + Math.pow(10, (extras.values.get("elo_odds_away") - h) / 400)));
        extras.referee();
        return extras.values;
    }

    /** Score that Pinnacle's closing odds, else the closing average, expected of the home side. */
    private static double market(Line line) {
        for (String letters : List.of("PSC", "AvgC")) {
            double[] odds = {line.number(letters + "H"), line.number(letters + "D"), line.number(letters + "A")};
            double whole = Arrays.stream(odds).map(one -> 1 / one).sum();
            if (!Double.isNaN(whole)) {
                // kept as floats
                return (float) (1 / odds[0] / whole) + (float) (1 / odds[1] / whole) / 2.0;
            }
        }
        return Double.NaN;
    }

    private void rate(Line line) {
        double market = market(line);
        if (!Double.isNaN(market)) {
            double h = oddsElo.getOrDefault(line.home(), 1500.0);
            double a = oddsElo.getOrDefault(line.away(), 1500.0);
            double change = 175 * (market - 1 / (1 + Math.pow(10, (a - h - 65) / 400)));
            oddsElo.put(line.home(), h + change);
            oddsElo.put(line.away(), a - change);
        }
    }

    /** As a float holds it. */
    private static double kept(double value) {
        return (float) value;
    }

    private void side(String name, List<Side> recent, double elo, String team) {
        values.put("elo_odds_" + name, oddsElo.getOrDefault(team, Double.NaN));
        values.put("elo_odds_gap_" + name, oddsElo.getOrDefault(team, Double.NaN) - elo);
        ToDoubleFunction<Side> xg = side -> kept(side.own("XG"));
        ToDoubleFunction<Side> against = side -> kept(side.other("XG"));
        for (int window : new int[] {5, 10, 20}) {
            String tail = "_" + window + "_" + name;
            put("xg_for" + tail, PlainReference.mean(recent, window, xg));
            put("xg_against" + tail, PlainReference.mean(recent, window, against));
            put(
                    "xg_net" + tail,
                    PlainReference.mean(recent, window, side -> (float) side.own("XG") - (float) side.other("XG")));
            put(
                    "xg_overperformance" + tail,
                    PlainReference.mean(recent, window, side -> (float) side.goals() - (float) side.own("XG")));
        }
        put("xg_trend_" + name, PlainReference.mean(recent, 5, xg) - PlainReference.mean(recent, 20, xg));
        put("xg_non_penalty_10_" + name, PlainReference.mean(recent, 10, side -> kept(side.own("NPXG"))));
        put("tactical_pressing_10_" + name, PlainReference.mean(recent, 10, side -> kept(side.own("PPDA"))));
        put("tactical_deep_completions_10_" + name, PlainReference.mean(recent, 10, side -> side.own("DEEP")));
        double mean = PlainReference.mean(recent, 10, side -> side.goals() - side.against());
        put(
                "form_consistency_10_" + name,
                Math.sqrt(PlainReference.mean(recent, 10, side -> Math.pow(side.goals() - side.against() - mean, 2))));
        put("form_market_surplus_10_" + name, PlainReference.mean(recent, 10, side -> {
            double market = market(side.line());
            double score = side.points() == 3 ? 1 : side.points() == 1 ? 0.5 : 0;
            return score - (side.home() ? market : 1 - market);
        }));
        double load = 0;
        double sum = 0;
        double weights = 0;
        for (Side side : recent.subList(0, Math.min(20, recent.size()))) {
            double days = days(side);
            load += days <= 30 ? Math.pow(2, -days / 4) : 0;
            sum += Math.pow(2, -days / 30) * side.goals();
            weights += Math.pow(2, -days / 30);
        }
        put("fatigue_index_" + name, 1 - Math.exp(-load));
        put("fatigue_congestion_" + name, recent.size() < 4 ? Double.NaN : days(recent.get(3)) / 4);
        put("momentum_goals_decayed_" + name, recent.size() < 10 ? Double.NaN : sum / weights);
    }

    private void referee() {
        String referee = match.cells().get("Referee");
        List<Line> matches = known.stream()
                .filter(line -> referee.equals(line.cells().get("Referee")))
                .toList();
        boolean enough = matches.size() >= 10;
        put("referee_matches", matches.size());
        put(
                "referee_home_win_share",
                enough ? share(matches, line -> line.number("FTHG") > line.number("FTAG") ? 1 : 0) : Double.NaN);
        put(
                "referee_yellow_cards",
                enough ? share(matches, line -> line.number("HY") + line.number("AY")) : Double.NaN);
        put("referee_card_bias", enough ? share(matches, line -> line.number("AY") - line.number("HY")) : Double.NaN);
    }

    private static double share(List<Line> lines, ToDoubleFunction<Line> of) {
        return lines.stream().mapToDouble(of).sum() / lines.size();
    }

    private double days(Side side) {
        return Duration.between(side.line().kickoff(), match.kickoff()).toMillis() / 86_400_000.0;
    }

    private void put(String name, double value) {
        values.put(name, value);
    }
}
