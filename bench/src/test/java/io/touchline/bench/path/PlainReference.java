package io.touchline.bench.path;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The plain way from the lines of football-data.co.uk to the values of a closing vector: its own reader, nothing kept from match to match, nothing of the product's code. Far too slow for
 * service; easy to read against the catalogue.
 */
final class PlainReference {

    private static final ZoneId UK = ZoneId.of("Europe/London");

    /** One line. */
    record Line(Map<String, String> cells, String season, Instant kickoff) {

        String home() {
            return cells.get("HomeTeam");
        }

        String away() {
            return cells.get("AwayTeam");
        }

        double number(String column) {
            String text = cells.getOrDefault(column, "");
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        }

        /** Known at the end of the day of the match, two hours after kickoff where that is later. */
        Instant known() {
            Instant end = kickoff.atZone(UK)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(UK)
                    .toInstant();
            Instant played = kickoff.plus(Duration.ofHours(2));
            return end.isAfter(played) ? end : played;
        }
    }

    /** One team's side of a line. */
    record Side(Line line, boolean home) {

        double own(String letters) {
            return line.number((home ? "H" : "A") + letters);
        }

        double other(String letters) {
            return line.number((home ? "A" : "H") + letters);
        }

        double goals() {
            return line.number(home ? "FTHG" : "FTAG");
        }

        double against() {
            return line.number(home ? "FTAG" : "FTHG");
        }

        double points() {
            return goals() > against() ? 3 : goals() == against() ? 1 : 0;
        }

        String opponent() {
            return home ? line.away() : line.home();
        }
    }

    private final List<Line> lines;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Double> elo = new HashMap<>();
    private final Map<String, double[]> pi = new HashMap<>();
    private List<Line> known = List.of();

    PlainReference(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads a file of a division. */
    static List<Line> read(Path file, String season) throws IOException {
        List<String> text = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        String[] header = text.getFirst().replace("\u00ef\u00bb\u00bf", "").split(",");
        List<Line> lines = new ArrayList<>();
        for (String row : text.subList(1, text.size())) {
            String[] cells = row.split(",", -1);
            Map<String, String> named = new HashMap<>();
            for (int at = 0; at < Math.min(header.length, cells.length); at++) {
                named.put(header[at], cells[at].strip());
            }
            if (!named.getOrDefault("HomeTeam", "").isEmpty()) {
                LocalDate day = LocalDate.parse(named.get("Date"), DateTimeFormatter.ofPattern("dd/MM/yyyy"));
                String time = named.getOrDefault("Time", "");
                LocalTime at = time.isEmpty() ? LocalTime.of(15, 0) : LocalTime.parse(time);
                lines.add(new Line(named, season, day.atTime(at).atZone(UK).toInstant()));
            }
        }
        return lines;
    }

    /** The values of the vector that is made a minute before kickoff, by feature. */
    Map<String, Double> closing(Line match) {
        values.clear();
        elo.clear();
        pi.clear();
        known = lines.stream()
                .filter(line -> line.known().isBefore(match.kickoff()))
                .sorted(Comparator.comparing(Line::known).thenComparing(Line::home))
                .toList();
        known.forEach(this::rate);
        side("home", match, match.home(), true);
        side("away", match, match.away(), false);
        double h = values.get("elo_home") + 65;
        put("elo_difference", h - values.get("elo_away"));
        put("elo_expected_home", 1 / (1 + Math.pow(10, (values.get("elo_away") - h) / 400)));
        league(match);
        meetings(match);
        Market market = new Market(match);
        values.putAll(market.values());
        values.putAll(PlainExtras.of(match, known, elo, recent(match, match.home()), recent(match, match.away())));
        return values;
    }

    private void rate(Line line) {
        double margin = line.number("FTHG") - line.number("FTAG");
        double h = elo.getOrDefault(line.home(), 1500.0);
        double a = elo.getOrDefault(line.away(), 1500.0);
        double size = Math.abs(margin);
        double stake = 20 * (size <= 1 ? 1 : size == 2 ? 1.5 : (11 + size) / 8);
        double change = stake * ((margin > 0 ? 1 : margin == 0 ? 0.5 : 0) - 1 / (1 + Math.pow(10, (a - h - 65) / 400)));
        elo.put(line.home(), h + change);
        elo.put(line.away(), a - change);
        double[] ph = pi.computeIfAbsent(line.home(), team -> new double[2]);
        double[] pa = pi.computeIfAbsent(line.away(), team -> new double[2]);
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

    private void side(String name, Line match, String team, boolean home) {
        List<Side> all = sides(team);
        List<Side> recent = recent(match, team);
        List<Side> here = recent.stream().filter(side -> side.home() == home).toList();
        for (int window : new int[] {5, 10, 20}) {
            String tail = "_" + window + "_" + name;
            put("form_points" + tail, mean(recent, window, Side::points));
            put("form_goal_difference" + tail, mean(recent, window, side -> side.goals() - side.against()));
            put("form_win_share" + tail, mean(recent, window, side -> side.points() == 3 ? 1 : 0));
            put("scoring_goals" + tail, mean(recent, window, Side::goals));
            put("defensive_goals_against" + tail, mean(recent, window, Side::against));
            put("set_pieces_corners" + tail, mean(recent, window, side -> side.own("C")));
        }
        String ten = "_10_" + name;
        put("defensive_clean_sheet_share" + ten, mean(recent, 10, side -> side.against() == 0 ? 1 : 0));
        put("defensive_shots_against" + ten, mean(recent, 10, side -> side.other("S")));
        put("defensive_shots_on_target_against" + ten, mean(recent, 10, side -> side.other("ST")));
        put("scoring_shots" + ten, mean(recent, 10, side -> side.own("S")));
        put("set_pieces_corners_against" + ten, mean(recent, 10, side -> side.other("C")));
        put("set_pieces_fouls_drawn" + ten, mean(recent, 10, side -> side.other("F")));
        put("tactical_fouls" + ten, mean(recent, 10, side -> side.own("F")));
        put("tactical_yellow_cards" + ten, mean(recent, 10, side -> side.own("Y")));
        put("tactical_red_cards_20_" + name, mean(recent, 20, side -> side.own("R")));
        put("tactical_total_goals" + ten, mean(recent, 10, side -> side.goals() + side.against()));
        for (int window : new int[] {5, 10}) {
            put("venue_points_" + window + "_" + name, mean(here, window, Side::points));
        }
        put("venue_goals_5_" + name, mean(here, 5, Side::goals));
        List<Side> twenty = recent.subList(0, Math.min(20, recent.size()));
        put("momentum_win_streak_" + name, streak(twenty, side -> side.points() == 3));
        put("momentum_unbeaten_streak_" + name, streak(twenty, side -> side.points() > 0));
        put("momentum_points_trend_" + name, mean(recent, 5, Side::points) - mean(recent, 20, Side::points));
        put("fatigue_rest_days_" + name, recent.isEmpty() ? Double.NaN : Math.min(30, days(recent.getFirst(), match)));
        put(
                "fatigue_matches_14_days_" + name,
                recent.stream().filter(side -> days(side, match) <= 14).count());
        put("fatigue_away_run_" + name, streak(twenty, side -> !side.home()));
        List<Side> season = all.stream()
                .filter(side -> side.line().season().equals(match.season()))
                .toList();
        put("fatigue_season_matches_" + name, season.size());
        put(
                "tactical_season_points_" + name,
                season.isEmpty() ? Double.NaN : sum(season, Side::points) / season.size());
        put("tactical_table_position_" + name, season.isEmpty() ? Double.NaN : place(team, match.season()));
        put("elo_" + name, elo.getOrDefault(team, 1500.0));
        put("pi_rating_" + name, pi.getOrDefault(team, new double[2])[home ? 0 : 1]);
    }

    private double place(String team, String season) {
        Map<String, Double> table = new HashMap<>();
        for (Line line : known) {
            if (line.season().equals(season)) {
                for (boolean home : new boolean[] {true, false}) {
                    Side side = new Side(line, home);
                    double row = 1e6 * side.points() + 1e3 * (side.goals() - side.against()) + side.goals();
                    table.merge(home ? line.home() : line.away(), row, Double::sum);
                }
            }
        }
        return 1 + table.values().stream().filter(row -> row > table.get(team)).count();
    }

    private void league(Line match) {
        Instant oldest = match.kickoff().minus(Duration.ofDays(365));
        List<Line> year =
                known.stream().filter(line -> !line.known().isBefore(oldest)).toList();
        boolean enough = year.size() >= 30;
        put("league_home_goals", enough ? average(year, line -> line.number("FTHG")) : Double.NaN);
        put(
                "league_draw_share",
                enough ? average(year, line -> line.number("FTHG") == line.number("FTAG") ? 1 : 0) : Double.NaN);
    }

    private void meetings(Line match) {
        List<Side> meetings = sides(match.home()).stream()
                .filter(side -> side.opponent().equals(match.away()))
                .filter(side -> !side.line().known().isBefore(match.kickoff().minus(Duration.ofDays(3650))))
                .limit(10)
                .toList();
        put("head_to_head_meetings", meetings.size());
        boolean met = !meetings.isEmpty();
        put("head_to_head_home_points", met ? sum(meetings, Side::points) / meetings.size() : Double.NaN);
        put(
                "head_to_head_total_goals",
                met ? sum(meetings, side -> side.goals() + side.against()) / meetings.size() : Double.NaN);
        put("head_to_head_days_since", met ? days(meetings.getFirst(), match) : Double.NaN);
    }

    private List<Side> recent(Line match, String team) {
        Instant oldest = match.kickoff().minus(Duration.ofDays(400));
        return sides(team).stream()
                .filter(side -> !side.line().known().isBefore(oldest))
                .toList();
    }

    private List<Side> sides(String team) {
        List<Side> sides = new ArrayList<>();
        for (Line line : known.reversed()) {
            if (line.home().equals(team) || line.away().equals(team)) {
                sides.add(new Side(line, line.home().equals(team)));
            }
        }
        return sides;
    }

    private void put(String name, double value) {
        values.put(name, value);
    }

    private static double days(Side side, Line match) {
        return Duration.between(side.line().kickoff(), match.kickoff()).toMillis() / 86_400_000.0;
    }

    private static double sum(List<Side> sides, ToDoubleFunction<Side> of) {
        return sides.stream().mapToDouble(of).sum();
    }

    private static double average(List<Line> lines, ToDoubleFunction<Line> of) {
        return lines.stream().mapToDouble(of).sum() / lines.size();
    }

    static double mean(List<Side> sides, int window, ToDoubleFunction<Side> of) {
        double[] told = sides.stream()
                .limit(window)
                .mapToDouble(of)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return told.length * 2 < window ? Double.NaN : Arrays.stream(told).sum() / told.length;
    }

    private static double streak(List<Side> sides, Predicate<Side> fulfils) {
        return sides.isEmpty() ? Double.NaN : sides.stream().takeWhile(fulfils).count();
    }

    /** The market a minute before kickoff: closing prices alone, for a bookmaker who has none has no say then. */
    private static final class Market {

        private static final String[] BOOKMAKERS = {"B365", "BW", "IW", "PS", "WH", "VC"};

        private final Line match;

        Market(Line match) {
            this.match = match;
        }

        Map<String, Double> values() {
            Map<String, Double> found = new LinkedHashMap<>();
            double[] fair = fair(true);
            double[] first = fair(false);
            String[] names = {"home", "draw", "away"};
            double entropy = 0;
            for (int at = 0; at < 3; at++) {
                found.put("market_fair_" + names[at], fair[at]);
                found.put("market_opening_" + names[at], first[at]);
                found.put("market_move_" + names[at], fair[at] - first[at]);
                found.put("market_opening_value_" + names[at], fair[at] / first[at] - 1);
                entropy -= fair[at] * Math.log(fair[at]);
            }
            double overrounds = 0;
            double best = 0;
            int count = 0;
            double[] highest = new double[3];
            for (String bookmaker : BOOKMAKERS) {
                double[] odds = odds(bookmaker, true);
                if (odds != null) {
                    count++;
                    overrounds += 1 / odds[0] + 1 / odds[1] + 1 / odds[2] - 1;
                    for (int at = 0; at < 3; at++) {
                        highest[at] = Math.max(highest[at], odds[at]);
                    }
                }
            }
            for (double odds : highest) {
                best += 1 / odds;
            }
            found.put(
                    "market_drift",
                    (Math.abs(fair[0] - first[0]) + Math.abs(fair[1] - first[1]) + Math.abs(fair[2] - first[2])) / 2);
            found.put("market_bookmakers", (double) count);
            found.put("market_overround_result", overrounds / count);
            found.put("market_best_overround_result", best - 1);
            found.put("market_best_premium_home", highest[0] * fair[0] - 1);
            found.put("market_favourite", Arrays.stream(fair).max().orElseThrow());
            found.put("market_entropy", entropy);
            found.put("market_hours_to_kickoff", 1 / 60.0);
            double[] sharp = odds("PS", true);
            if (sharp != null) {
                found.put("market_sharp_home", power(sharp)[0]);
                found.put("market_sharp_gap_home", power(sharp)[0] - fair[0]);
            }
            return found;
        }

        private double @Nullable [] odds(String bookmaker, boolean closing) {
            String letters = bookmaker + (closing ? "C" : "");
            double[] odds = {match.number(letters + "H"), match.number(letters + "D"), match.number(letters + "A")};
            return Arrays.stream(odds).anyMatch(Double::isNaN) ? null : odds;
        }

        /** Pinnacle counts five times as much as another; scaled to 1. */
        private double[] fair(boolean closing) {
            double[] sums = new double[3];
            for (String bookmaker : BOOKMAKERS) {
                double[] odds = odds(bookmaker, closing);
                if (odds != null) {
                    double[] one = power(odds);
                    for (int at = 0; at < 3; at++) {
                        sums[at] += (bookmaker.equals("PS") ? 5 : 1) * one[at];
                    }
                }
            }
            double all = sums[0] + sums[1] + sums[2];
            return new double[] {sums[0] / all, sums[1] / all, sums[2] / all};
        }

        /** Every implied probability to the power at which they sum to 1, found by halving. */
        private static double[] power(double[] odds) {
            double low = 0.1;
            double high = 10;
            for (int step = 0; step < 200; step++) {
                double middle = (low + high) / 2;
                double exponent = middle;
                if (Arrays.stream(odds).map(one -> Math.pow(1 / one, exponent)).sum() > 1) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double exponent = (low + high) / 2;
            return Arrays.stream(odds).map(one -> Math.pow(1 / one, exponent)).toArray();
        }
    }
}
