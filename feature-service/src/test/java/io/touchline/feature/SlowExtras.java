package io.touchline.feature;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.Weather;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The plain way to odds-fed ratings, referees, expected goals, weather and the like; see {@link SlowReference}. */
final class SlowExtras {

    private final List<MatchResult> known;
    private final Fixture fixture;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Double> oddsElo = new HashMap<>();

    private SlowExtras(List<MatchResult> known, Fixture fixture) {
        this.known = known;
        this.fixture = fixture;
    }

    static Map<String, Double> of(
            List<MatchResult> known,
            Fixture fixture,
            Map<String, Double> elo,
            Map<ReferenceSide, SlowReference.Elo> elos,
            Map<String, Double> computed) {
        SlowExtras extras = new SlowExtras(known, fixture);
        known.forEach(extras::rate);
        double mean = (computed.get("league_home_goals") + computed.get("league_away_goals")) / 2;
        Map<String, List<ReferenceSide>> recent = new HashMap<>();
        for (String name : List.of("home", "away")) {
            String team = name.equals("home") ? fixture.getHomeTeam() : fixture.getAwayTeam();
            Instant oldest = fixture.getKickoffAt().minus(Duration.ofDays(400));
            recent.put(
                    name,
                    ReferenceSide.of(known, team).stream()
                            .filter(side -> !side.match().getResultAt().isBefore(oldest))
                            .toList());
            extras.values.put("elo_odds_" + name, extras.oddsElo.getOrDefault(team, Double.NaN));
            extras.values.put(
                    "elo_odds_gap_" + name,
                    extras.oddsElo.getOrDefault(team, Double.NaN) - elo.getOrDefault(team, 1500.0));
            extras.side(name, recent.get(name), elos);
        }
        double h = extras.values.get("elo_odds_home") + (fixture.getNeutral() ? 0 : 65);
        extras.values.put("elo_odds_difference", h - extras.values.get("elo_odds_away"));
        extras.values.put(
                "elo_odds_expected_home", 1 / (1 + Math.pow(10, (extras.values.get("elo_odds_away") - h) / 400)));
        for (String name : List.of("home", "away")) {
            List<ReferenceSide> other = recent.get(name.equals("home") ? "away" : "home");
            extras.values.put(
                    "momentum_poisson_rate_" + name,
                    decayed(fixture, recent.get(name), 30, ReferenceSide::goals)
                            * decayed(fixture, other, 30, ReferenceSide::against)
                            / mean);
            extras.values.put(
                    "xg_expected_goals_" + name,
                    computed.get("league_" + name + "_goals")
                            * SlowReference.mean(
                                    recent.get(name), 20, side -> side.own().getXg())
                            / mean
                            * SlowReference.mean(other, 20, side -> side.other().getXg())
                            / mean);
        }
        extras.referee();
        extras.dominance();
        extras.weather();
        extras.values.put(
                "crowd_10",
                SlowReference.mean(
                        recent.get("home").stream().filter(ReferenceSide::home).toList(),
                        10,
                        side -> side.match().getAttendance()));
        return extras.values;
    }

    /** Score that the closing odds expected of the home side; NaN where unknown. Pinnacle's where told, else the average's. */
    private static double market(MatchResult match) {
        for (String bookmaker : List.of("pinnacle", "market-average")) {
            for (Quote quote : match.getClosingQuotes()) {
                if (quote.getBookmaker().equals(bookmaker) && quote.getMarket().equals("MATCH_RESULT")) {
                    Map<String, Double> implied = new HashMap<>();
                    for (Price price : quote.getPrices()) {
                        implied.put(price.getSelection(), 1 / price.getBackOdds());
                    }
                    double whole = implied.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    // kept as floats
                    return (float) (implied.get("HOME") / whole) + (float) (implied.get("DRAW") / whole) / 2.0;
                }
            }
        }
        return Double.NaN;
    }

    private void rate(MatchResult match) {
        double market = market(match);
        if (!Double.isNaN(market)) {
            double h = oddsElo.getOrDefault(match.getHomeTeam(), 1500.0);
            double a = oddsElo.getOrDefault(match.getAwayTeam(), 1500.0);
            double change = 175 * (market - 1 / (1 + Math.pow(10, (a - h - 65) / 400)));
            oddsElo.put(match.getHomeTeam(), h + change);
            oddsElo.put(match.getAwayTeam(), a - change);
        }
    }

    private static @Nullable Double surplus(ReferenceSide side) {
        double market = market(side.match());
        return Double.isNaN(market) ? null : side.score() - (side.home() ? market : 1 - market);
    }

    private void side(String name, List<ReferenceSide> recent, Map<ReferenceSide, SlowReference.Elo> elos) {
        Function<ReferenceSide, @Nullable Number> xg = side -> side.own().getXg();
        Function<ReferenceSide, @Nullable Number> xgAgainst =
                side -> side.other().getXg();
        for (int window : new int[] {5, 10, 20}) {
            put("form_market_surplus", window, name, recent, SlowExtras::surplus);
            put(
                    "xg_net",
                    window,
                    name,
                    recent,
                    side -> minus(side.own().getXg(), side.other().getXg()));
            put(
                    "xg_overperformance",
                    window,
                    name,
                    recent,
                    side -> minus(side.goals(), side.own().getXg()));
        }
        put(
                "xg_against_overperformance",
                10,
                name,
                recent,
                side -> minus(side.against(), side.other().getXg()));
        put("xg_non_penalty", 10, name, recent, side -> side.own().getNonPenaltyXg());
        put("xg_non_penalty_against", 10, name, recent, side -> side.other().getNonPenaltyXg());
        put("set_pieces_penalties", 20, name, recent, side -> side.own().getPenalties());
        put(
                "set_pieces_penalties_against",
                20,
                name,
                recent,
                side -> side.other().getPenalties());
        put("tactical_possession", 10, name, recent, side -> side.own().getPossession());
        put("tactical_pressing", 10, name, recent, side -> side.own().getPassesPerDefensiveAction());
        put("tactical_deep_completions", 10, name, recent, side -> side.own().getDeepCompletions());
        values.put("xg_trend_" + name, SlowReference.mean(recent, 5, xg) - SlowReference.mean(recent, 20, xg));
        values.put(
                "xg_against_trend_" + name,
                SlowReference.mean(recent, 5, xgAgainst) - SlowReference.mean(recent, 20, xgAgainst));
        values.put("xg_consistency_10_" + name, deviation(recent, xg));
        values.put("form_consistency_10_" + name, deviation(recent, side -> side.goals() - side.against()));
        values.put(
                "xg_big_chance_share_20_" + name,
                ratio(
                        recent,
                        20,
                        side -> side.own().getBigChances(),
                        side -> side.own().getBigChances() == null
                                ? null
                                : side.own().getShots()));
        values.put(
                "xg_set_piece_share_20_" + name,
                ratio(
                        recent,
                        20,
                        side -> side.own().getSetPieceXg(),
                        side -> side.own().getSetPieceXg() == null
                                ? null
                                : side.own().getXg()));
        values.put(
                "xg_per_shot_10_" + name,
                ratio(
                        recent,
                        10,
                        side -> side.own().getShots() == null
                                ? null
                                : side.own().getXg(),
                        side -> side.own().getXg() == null ? null : side.own().getShots()));
        values.put("momentum_goals_decayed_" + name, decayed(fixture, recent, 30, ReferenceSide::goals));
        values.put("momentum_goals_against_decayed_" + name, decayed(fixture, recent, 30, ReferenceSide::against));
        values.put(
                "momentum_win_share_decayed_" + name, decayed(fixture, recent, 30, side -> side.points() == 3 ? 1 : 0));
        double load = recent.stream()
                .limit(20)
                .mapToDouble(side -> days(fixture, side))
                .filter(days -> days <= 30)
                .map(days -> Math.exp(-Math.log(2) * days / 4))
                .sum();
        values.put("fatigue_index_" + name, 1 - Math.exp(-load));
        values.put("fatigue_congestion_" + name, recent.size() < 4 ? Double.NaN : days(fixture, recent.get(3)) / 4);
        List<ReferenceSide> stronger = recent.stream()
                .limit(20)
                .filter(side -> elos.get(side).opponentBefore() > elos.get(side).before())
                .toList();
        values.put(
                "tactical_points_against_stronger_20_" + name,
                stronger.size() < 3
                        ? Double.NaN
                        : stronger.stream()
                                .mapToDouble(ReferenceSide::points)
                                .average()
                                .orElse(Double.NaN));
    }

    private void referee() {
        String name = fixture.getReferee();
        List<MatchResult> matches = known.stream()
                .filter(match -> name != null && name.equals(match.getReferee()))
                .toList();
        values.put("referee_matches", name == null ? Double.NaN : matches.size());
        referee("referee_home_win_share", matches, match -> match.getHomeGoals() > match.getAwayGoals() ? 1 : 0);
        referee(
                "referee_home_points_lift",
                matches,
                match -> 3 * Math.signum(match.getHomeGoals() - match.getAwayGoals()));
        referee(
                "referee_yellow_cards",
                matches,
                match -> match.getHome().getYellowCards() + match.getAway().getYellowCards());
        referee(
                "referee_card_bias",
                matches,
                match -> match.getAway().getYellowCards() - match.getHome().getYellowCards());
        referee(
                "referee_red_cards",
                matches,
                match -> match.getHome().getRedCards() + match.getAway().getRedCards());
    }

    private void referee(String feature, List<MatchResult> matches, ToDoubleFunction<MatchResult> of) {
        values.put(
                feature,
                matches.size() < 10
                        ? Double.NaN
                        : matches.stream().mapToDouble(of).average().orElse(Double.NaN));
    }

    private void dominance() {
        double sum = 0;
        double weights = 0;
        List<ReferenceSide> meetings = ReferenceSide.of(known, fixture.getHomeTeam()).stream()
                .filter(side -> side.opponent().equals(fixture.getAwayTeam()))
                .filter(side -> !side.match()
                        .getResultAt()
                        .isBefore(fixture.getKickoffAt().minus(Duration.ofDays(3650))))
                .limit(10)
                .toList();
        for (ReferenceSide meeting : meetings) {
            double weight = Math.exp(-Math.log(2) * days(fixture, meeting) / 730);
            sum += weight * (meeting.points() == 3 ? 1 : meeting.points() == 1 ? 0 : -1);
            weights += weight;
        }
        values.put("head_to_head_dominance", meetings.isEmpty() ? Double.NaN : sum / weights);
    }

    private void weather() {
        Weather weather = fixture.getWeather();
        double temperature = weather == null ? Double.NaN : weather.getTemperatureC();
        double rain = weather == null ? Double.NaN : weather.getPrecipitationMm();
        double wind = weather == null ? Double.NaN : weather.getWindKmh();
        values.put("weather_temperature", temperature);
        values.put("weather_precipitation", rain);
        values.put("weather_wind", wind);
        values.put("weather_extreme", Math.abs(temperature - 14));
        double beyond = temperature < 4 ? 4 - temperature : temperature > 24 ? temperature - 24 : 0;
        values.put("weather_impact", weather == null ? Double.NaN : 1 - Math.exp(-rain / 4 - wind / 60 - beyond / 20));
    }

    private static double days(Fixture fixture, ReferenceSide side) {
        return Duration.between(side.match().getKickoffAt(), fixture.getKickoffAt())
                        .toMillis()
                / 86_400_000.0;
    }

    private static double decayed(
            Fixture fixture, List<ReferenceSide> recent, double halfLife, ToDoubleFunction<ReferenceSide> of) {
        List<ReferenceSide> twenty = recent.stream().limit(20).toList();
        double sum = 0;
        double weights = 0;
        for (ReferenceSide side : twenty) {
            double weight = Math.exp(-Math.log(2) * days(fixture, side) / halfLife);
            sum += weight * of.applyAsDouble(side);
            weights += weight;
        }
        return twenty.size() < 10 ? Double.NaN : sum / weights;
    }

    private static double deviation(List<ReferenceSide> recent, Function<ReferenceSide, @Nullable Number> of) {
        double mean = SlowReference.mean(recent, 10, of);
        return Math.sqrt(SlowReference.mean(recent, 10, side -> {
            Number value = of.apply(side);
            return value == null ? null : Math.pow(value.doubleValue() - mean, 2);
        }));
    }

    private static double ratio(
            List<ReferenceSide> recent,
            int window,
            Function<ReferenceSide, @Nullable Number> upper,
            Function<ReferenceSide, @Nullable Number> lower) {
        boolean known = !Double.isNaN(SlowReference.mean(recent, window, upper))
                && !Double.isNaN(SlowReference.mean(recent, window, lower));
        double below = sum(recent, window, lower);
        return known && below > 0 ? sum(recent, window, upper) / below : Double.NaN;
    }

    private static double sum(List<ReferenceSide> recent, int window, Function<ReferenceSide, @Nullable Number> of) {
        double sum = 0;
        for (ReferenceSide side : recent.subList(0, Math.min(window, recent.size()))) {
            Number value = of.apply(side);
            sum += value == null ? 0 : value.doubleValue();
        }
        return sum;
    }

    private static @Nullable Double minus(@Nullable Number one, @Nullable Number other) {
        return one == null || other == null ? null : one.doubleValue() - other.doubleValue();
    }

    private void put(
            String stem,
            int window,
            String name,
            List<ReferenceSide> recent,
            Function<ReferenceSide, @Nullable Number> of) {
        values.put(stem + "_" + window + "_" + name, SlowReference.mean(recent, window, of));
    }
}
