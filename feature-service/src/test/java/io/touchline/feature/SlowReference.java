package io.touchline.feature;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plain way to the team-level features: from the whole list of results, for each fixture anew, with nothing kept and nothing of the service's own code. Far too slow for
 * service, easy to read against the catalogue's descriptions.
 */
public final class SlowReference {

    record Elo(double before, double opponentBefore, double expected, double after) {}

    private final List<MatchResult> known;
    private final Fixture fixture;
    private final Map<String, double[]> pi = new HashMap<>();
    private final Map<String, Double> elo = new HashMap<>();
    private final Map<ReferenceSide, Elo> elos = new HashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();

    private SlowReference(List<MatchResult> results, Fixture fixture) {
        this.fixture = fixture;
        this.known = results.stream()
                .filter(result -> result.getStatus().equals("FINISHED")
                        || result.getStatus().equals("AWARDED"))
                .filter(result -> result.getResultAt().isBefore(fixture.getKickoffAt()))
                .sorted(Comparator.comparing(MatchResult::getResultAt).thenComparing(MatchResult::getFixtureId))
                .toList();
        known.forEach(this::rate);
    }

    /** The features of a fixture by name. */
    public static Map<String, Double> of(List<MatchResult> results, Fixture fixture) {
        SlowReference reference = new SlowReference(results, fixture);
        reference.compute();
        return reference.values;
    }

    private void rate(MatchResult match) {
        String home = match.getHomeTeam();
        String away = match.getAwayTeam();
        double h = elo.getOrDefault(home, 1500.0);
        double a = elo.getOrDefault(away, 1500.0);
        double expected = 1 / (1 + Math.pow(10, (a - h - 65) / 400));
        int margin = match.getHomeGoals() - match.getAwayGoals();
        double score = margin > 0 ? 1 : margin == 0 ? 0.5 : 0;
        int size = Math.abs(margin);
        double change = 20 * (size <= 1 ? 1 : size == 2 ? 1.5 : (11 + size) / 8.0) * (score - expected);
        elo.put(home, h + change);
        elo.put(away, a - change);
        elos.put(new ReferenceSide(match, true), new Elo(h, a, expected, h + change));
        elos.put(new ReferenceSide(match, false), new Elo(a, h, 1 - expected, a - change));
        double[] ph = pi.computeIfAbsent(home, team -> new double[2]);
        double[] pa = pi.computeIfAbsent(away, team -> new double[2]);
        double error = margin - (piGoals(ph[0]) - piGoals(pa[1]));
        double step = 0.035 * Math.signum(error) * 3 * Math.log10(1 + Math.abs(error));
        ph[0] += step;
        ph[1] += 0.7 * step;
        pa[1] -= step;
        pa[0] -= 0.7 * step;
    }

    private static double piGoals(double rating) {
        return Math.signum(rating) * (Math.pow(10, Math.abs(rating) / 3) - 1);
    }

    private List<ReferenceSide> sides(String team) {
        return known.reversed().stream()
                .flatMap(match -> Stream.of(new ReferenceSide(match, true), new ReferenceSide(match, false)))
                .filter(side ->
                        (side.home() ? side.match().getHomeTeam() : side.match().getAwayTeam()).equals(team))
                .toList();
    }

    private List<ReferenceSide> recent(String team) {
        Instant oldest = fixture.getKickoffAt().minus(Duration.ofDays(400));
        return sides(team).stream()
                .filter(side -> !side.match().getResultAt().isBefore(oldest))
                .toList();
    }

    static double mean(List<ReferenceSide> sides, int window, Function<ReferenceSide, @Nullable Number> of) {
        List<Double> told = new ArrayList<>();
        for (ReferenceSide side : sides.subList(0, Math.min(window, sides.size()))) {
            Number value = of.apply(side);
            if (value != null) {
                told.add(value.doubleValue());
            }
        }
        return told.size() * 2 < window
                ? Double.NaN
                : told.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private void compute() {
        side("home", fixture.getHomeTeam(), true);
        side("away", fixture.getAwayTeam(), false);
        expectedGoals();
        List.copyOf(values.keySet()).stream()
                .filter(name -> name.endsWith("_home"))
                .forEach(name -> {
                    String stem = name.substring(0, name.length() - "_home".length());
                    values.put(stem + "_difference", values.get(name) - values.get(stem + "_away"));
                });
        double h = values.get("elo_home") + (fixture.getNeutral() ? 0 : 65);
        values.put("elo_difference", h - values.get("elo_away"));
        values.put("elo_expected_home", 1 / (1 + Math.pow(10, (values.get("elo_away") - h) / 400)));
        values.put(
                "pi_rating_difference", piGoals(values.get("pi_rating_home")) - piGoals(values.get("pi_rating_away")));
        league();
        meetings();
        values.putAll(SlowExtras.of(known, fixture, elo, elos, values));
        List.copyOf(values.keySet()).stream()
                .filter(name -> name.endsWith("_home"))
                .map(name -> name.substring(0, name.length() - "_home".length()))
                .filter(stem -> values.containsKey(stem + "_away"))
                .forEach(stem -> values.putIfAbsent(
                        stem + "_difference", values.get(stem + "_home") - values.get(stem + "_away")));
        values.put("neutral_ground", fixture.getNeutral() ? 1.0 : 0);
        int day = fixture.getKickoffAt().atZone(ZoneOffset.UTC).getDayOfWeek().getValue();
        values.put("fatigue_midweek", day >= 2 && day <= 4 ? 1.0 : 0);
    }

    private void side(String name, String team, boolean home) {
        List<ReferenceSide> all = sides(team);
        List<ReferenceSide> recent = recent(team);
        List<ReferenceSide> twenty = recent.subList(0, Math.min(20, recent.size()));
        for (int window : new int[] {5, 10, 20}) {
            put("form_points", window, name, mean(recent, window, ReferenceSide::points));
            put("form_goal_difference", window, name, mean(recent, window, side -> side.goals() - side.against()));
            put("form_win_share", window, name, mean(recent, window, side -> flag(side.points() == 3)));
            put("scoring_goals", window, name, mean(recent, window, ReferenceSide::goals));
            put("defensive_goals_against", window, name, mean(recent, window, ReferenceSide::against));
            put(
                    "scoring_shots",
                    window,
                    name,
                    mean(recent, window, side -> side.own().getShots()));
            put(
                    "scoring_shots_on_target",
                    window,
                    name,
                    mean(recent, window, side -> side.own().getShotsOnTarget()));
            put(
                    "set_pieces_corners",
                    window,
                    name,
                    mean(recent, window, side -> side.own().getCorners()));
            put("xg_for", window, name, mean(recent, window, side -> side.own().getXg()));
            put(
                    "xg_against",
                    window,
                    name,
                    mean(recent, window, side -> side.other().getXg()));
            put(
                    "form_elo_surplus",
                    window,
                    name,
                    mean(
                            recent,
                            window,
                            side -> (side.points() == 3 ? 1 : side.points() / 2)
                                    - elos.get(side).expected()));
            put("defensive_clean_sheet_share", window, name, mean(recent, window, side -> flag(side.against() == 0)));
            put(
                    "defensive_shots_against",
                    window,
                    name,
                    mean(recent, window, side -> side.other().getShots()));
        }
        put("form_draw_share", 20, name, mean(recent, 20, side -> flag(side.points() == 1)));
        put(
                "form_opponent_elo",
                10,
                name,
                mean(recent, 10, side -> elos.get(side).opponentBefore()));
        put("scoring_failed_share", 10, name, mean(recent, 10, side -> flag(side.goals() == 0)));
        put("scoring_over25_share", 20, name, mean(recent, 20, side -> flag(side.goals() + side.against() > 2)));
        put(
                "scoring_first_half_goals",
                10,
                name,
                mean(recent, 10, side -> side.own().getHalfTimeGoals()));
        put(
                "scoring_second_half_goals",
                10,
                name,
                mean(
                        recent,
                        10,
                        side -> side.own().getHalfTimeGoals() == null
                                ? null
                                : side.goals() - side.own().getHalfTimeGoals()));
        put("tactical_fouls", 10, name, mean(recent, 10, side -> side.own().getFouls()));
        put(
                "tactical_yellow_cards",
                10,
                name,
                mean(recent, 10, side -> side.own().getYellowCards()));
        put("tactical_red_cards", 20, name, mean(recent, 20, side -> side.own().getRedCards()));
        put(
                "set_pieces_fouls_drawn",
                10,
                name,
                mean(recent, 10, side -> side.other().getFouls()));
        List<ReferenceSide> here =
                recent.stream().filter(side -> side.home() == home).toList();
        List<ReferenceSide> there =
                recent.stream().filter(side -> side.home() != home).toList();
        for (int window : new int[] {5, 10}) {
            put("venue_points", window, name, mean(here, window, ReferenceSide::points));
            put("venue_goals", window, name, mean(here, window, ReferenceSide::goals));
            put("venue_goals_against", window, name, mean(here, window, ReferenceSide::against));
        }
        put("venue_win_share", 10, name, mean(here, 10, side -> flag(side.points() == 3)));
        put("venue_lift", 10, name, mean(here, 10, ReferenceSide::points) - mean(there, 10, ReferenceSide::points));
        values.put("form_points_decayed_" + name, decayed(twenty, ReferenceSide::points));
        values.put(
                "momentum_points_trend_" + name,
                mean(recent, 5, ReferenceSide::points) - mean(recent, 20, ReferenceSide::points));
        values.put("momentum_win_streak_" + name, streak(twenty, side -> side.points() == 3));
        values.put("momentum_unbeaten_streak_" + name, streak(twenty, side -> side.points() > 0));
        values.put("momentum_scoring_streak_" + name, streak(twenty, side -> side.goals() > 0));
        values.put(
                "momentum_elo_change_5_" + name,
                recent.size() < 5
                        ? Double.NaN
                        : elo.get(team) - elos.get(recent.get(4)).before());
        values.put("fatigue_rest_days_" + name, recent.isEmpty() ? Double.NaN : Math.min(30, days(recent.getFirst())));
        for (int days : new int[] {7, 14, 30}) {
            values.put("fatigue_matches_%d_days_%s".formatted(days, name), (double)
                    recent.stream().filter(side -> days(side) <= days).count());
        }
        values.put("fatigue_away_run_" + name, streak(twenty, side -> !side.home()));
        values.put("elo_" + name, elo.getOrDefault(team, 1500.0));
        values.put("pi_rating_" + name, pi.getOrDefault(team, new double[2])[home ? 0 : 1]);
        values.put(
                "elo_year_change_" + name,
                all.stream()
                        .filter(side -> side.match()
                                .getResultAt()
                                .isBefore(fixture.getKickoffAt().minus(Duration.ofDays(365))))
                        .findFirst()
                        .map(side -> elo.get(team) - elos.get(side).after())
                        .orElse(Double.NaN));
        values.putAll(SlowSeason.of(known, fixture, elo, name, team, all));
    }

    private List<MatchResult> league365() {
        Instant oldest = fixture.getKickoffAt().minus(Duration.ofDays(365));
        List<MatchResult> league = known.stream()
                .filter(match -> match.getCompetition().equals(fixture.getCompetition()))
                .filter(match -> !match.getResultAt().isBefore(oldest))
                .toList();
        return league.size() < 30 ? List.of() : league;
    }

    private double leagueMean(ToDoubleFunction<MatchResult> of) {
        return league365().stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private void league() {
        values.put("league_home_goals", leagueMean(MatchResult::getHomeGoals));
        values.put("league_away_goals", leagueMean(MatchResult::getAwayGoals));
        values.put("league_home_win_share", leagueMean(match -> flag(match.getHomeGoals() > match.getAwayGoals())));
        values.put("league_draw_share", leagueMean(match -> flag(match.getHomeGoals() == match.getAwayGoals())));
        values.put(
                "league_home_points_lift",
                leagueMean(match -> 3 * Math.signum(match.getHomeGoals() - match.getAwayGoals())));
    }

    private void expectedGoals() {
        double mean = leagueMean(match -> (match.getHomeGoals() + match.getAwayGoals()) / 2.0);
        for (String side : List.of("home", "away")) {
            values.put("scoring_attack_strength_" + side, values.get("scoring_goals_20_" + side) / mean);
            values.put("defensive_weakness_" + side, values.get("defensive_goals_against_20_" + side) / mean);
        }
        values.put(
                "scoring_expected_goals_home",
                leagueMean(MatchResult::getHomeGoals)
                        * values.get("scoring_attack_strength_home")
                        * values.get("defensive_weakness_away"));
        values.put(
                "scoring_expected_goals_away",
                leagueMean(MatchResult::getAwayGoals)
                        * values.get("scoring_attack_strength_away")
                        * values.get("defensive_weakness_home"));
    }

    private void meetings() {
        List<ReferenceSide> meetings = sides(fixture.getHomeTeam()).stream()
                .filter(side -> side.opponent().equals(fixture.getAwayTeam()))
                .filter(side -> !side.match()
                        .getResultAt()
                        .isBefore(fixture.getKickoffAt().minus(Duration.ofDays(3650))))
                .limit(10)
                .toList();
        values.put("head_to_head_meetings", (double) meetings.size());
        values.put(
                "head_to_head_home_points",
                meetings.stream().mapToDouble(ReferenceSide::points).average().orElse(Double.NaN));
        values.put(
                "head_to_head_total_goals",
                meetings.stream()
                        .mapToInt(side -> side.goals() + side.against())
                        .average()
                        .orElse(Double.NaN));
        values.put(
                "head_to_head_venue_goal_difference",
                meetings.stream()
                        .filter(ReferenceSide::home)
                        .mapToInt(side -> side.goals() - side.against())
                        .average()
                        .orElse(Double.NaN));
        values.put("head_to_head_days_since", meetings.isEmpty() ? Double.NaN : days(meetings.getFirst()));
    }

    private double days(ReferenceSide side) {
        return Duration.between(side.match().getKickoffAt(), fixture.getKickoffAt())
                        .toMillis()
                / 86_400_000.0;
    }

    private double decayed(List<ReferenceSide> twenty, ToDoubleFunction<ReferenceSide> of) {
        double weights = twenty.stream()
                .mapToDouble(side -> Math.exp(-Math.log(2) * days(side) / 60))
                .sum();
        return twenty.size() < 10
                ? Double.NaN
                : twenty.stream()
                                .mapToDouble(side -> Math.exp(-Math.log(2) * days(side) / 60) * of.applyAsDouble(side))
                                .sum()
                        / weights;
    }

    private static double streak(List<ReferenceSide> twenty, Predicate<ReferenceSide> fulfils) {
        return twenty.isEmpty()
                ? Double.NaN
                : twenty.stream().takeWhile(fulfils).count();
    }

    private void put(String stem, int window, String side, double value) {
        values.put(stem + "_" + window + "_" + side, value);
    }

    private static double flag(boolean is) {
        return is ? 1 : 0;
    }
}
