package io.touchline.feature;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plain way to what comes from the season's table; see {@link SlowReference}. */
final class SlowSeason {

    private SlowSeason() {}

    static Map<String, Double> of(
            List<MatchResult> known,
            Fixture fixture,
            Map<String, Double> elo,
            String name,
            String team,
            List<ReferenceSide> all) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<ReferenceSide> season =
                all.stream().filter(side -> isIn(fixture, side.match())).toList();
        values.put("fatigue_season_matches_" + name, (double) season.size());
        values.put(
                "tactical_season_points_" + name,
                season.stream().mapToDouble(ReferenceSide::points).average().orElse(Double.NaN));
        values.put(
                "tactical_season_goal_difference_" + name,
                season.stream()
                        .mapToInt(side -> side.goals() - side.against())
                        .average()
                        .orElse(Double.NaN));
        // points, goal difference, goals
        Map<String, double[]> table = new HashMap<>();
        for (MatchResult match : known) {
            if (isIn(fixture, match)) {
                for (boolean home : new boolean[] {true, false}) {
                    ReferenceSide side = new ReferenceSide(match, home);
                    double[] row = table.computeIfAbsent(side.team(), t -> new double[2]);
                    row[0] += 1e6 * side.points() + 1e3 * (side.goals() - side.against()) + side.goals();
                    row[1] += side.points();
                }
            }
        }
        double[] own = table.get(team);
        values.put(
                "tactical_table_position_" + name,
                own == null
                        ? Double.NaN
                        : 1.0
                                + table.values().stream()
                                        .filter(row -> row[0] > own[0])
                                        .count());
        values.put(
                "elo_above_table_" + name,
                elo.getOrDefault(team, 1500.0)
                        - table.keySet().stream()
                                .mapToDouble(elo::get)
                                .average()
                                .orElse(Double.NaN));
        double[] points =
                table.values().stream().mapToDouble(row -> row[1]).sorted().toArray();
        double leader = own == null ? Double.NaN : points[points.length - 1] - own[1];
        double drop = own == null || points.length < 6 ? Double.NaN : own[1] - points[2];
        values.put("tactical_points_behind_leader_" + name, leader);
        values.put("tactical_points_above_drop_" + name, drop);
        double gap = Arrays.stream(new double[] {leader, Math.abs(drop)}).min().orElse(Double.NaN);
        values.put(
                "tactical_motivation_" + name,
                Double.isNaN(drop)
                        ? Double.NaN
                        : Math.min(1, season.size() / (2.0 * (points.length - 1))) * Math.exp(-gap / 6));
        return values;
    }

    private static boolean isIn(Fixture fixture, MatchResult match) {
        return match.getCompetition().equals(fixture.getCompetition())
                && match.getSeason().equals(fixture.getSeason());
    }
}
