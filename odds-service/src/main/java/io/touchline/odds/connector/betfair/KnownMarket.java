package io.touchline.odds.connector.betfair;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.connector.betfair.book.MarketBook;
import io.touchline.odds.connector.betfair.book.MarketDefinition;
import io.touchline.odds.connector.betfair.book.RunnerDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of Betfair's markets as one of ours: which runner is which selection on which line. What is not certain is not told: a runner is known by its name, by the
 * selection ids that Betfair has used for ever, or, for teams, by its place in the order of the market.
 *
 * @param market ours
 * @param lines with their runners; one line without number where the market has none
 */
record KnownMarket(MarketType market, List<Line> lines) {

    /** A selection of ours and the runner that is it. */
    record Leg(String selection, long runnerId, double handicap) {}

    /** A line, null for a market without one. */
    record Line(@Nullable Double line, List<Leg> legs) {

        Line {
            legs = List.copyOf(legs);
        }
    }

    private static final long THE_DRAW = 58805;
    private static final Pattern TOTAL = Pattern.compile("OVER_UNDER_([0-9]{1,2})5");
    private static final Pattern SCORE = Pattern.compile("([0-9]{1,2}) ?- ?([0-9]{1,2})");
    private static final String DOUBLE_LINE = "ASIAN_HANDICAP_DOUBLE_LINE";
    private static final Map<Long, String> BY_ID = Map.of(
            30246L, "YES",
            110503L, "NO",
            6384646L, "HOME_OR_DRAW",
            6384647L, "DRAW_OR_AWAY",
            6384648L, "HOME_OR_AWAY");

    /** Correct scores 0-0, 1-0 and so on have small ids. */
    private static final List<String> SCORES_BY_ID = List.of(
            "", "0-0", "1-0", "1-1", "0-1", "2-0", "2-1", "2-2", "1-2", "0-2", "3-0", "3-1", "3-2", "3-3", "2-3", "1-3",
            "0-3");

    KnownMarket {
        lines = List.copyOf(lines);
    }

    /** Empty (null) where it is none that we know, or where it cannot be told who is who. */
    static @Nullable KnownMarket of(MarketBook book, MarketWords words, BetfairNames names) {
        MarketDefinition definition = book.definition();
        String type = words.type();
        if (definition == null || type == null) {
            return null;
        }
        Reader reader = new Reader(book, definition, words, names);
        boolean odds = words.bettingType() == null || words.bettingType().equals("ODDS");
        boolean doubleLine = DOUBLE_LINE.equals(words.bettingType());
        boolean soccer = words.fixture().sport().equals("soccer");
        if (!soccer) {
            return switch (type) {
                case "MATCH_ODDS", "MONEY_LINE" -> odds ? reader.winner() : null;
                case "HANDICAP" -> doubleLine ? reader.handicap(MarketType.SPREAD) : null;
                case "COMBINED_TOTAL" -> doubleLine ? reader.totals(MarketType.TOTAL_POINTS) : null;
                default -> null;
            };
        }
        return switch (type) {
            case "MATCH_ODDS" -> odds ? reader.whole(MarketType.MATCH_RESULT, 3) : null;
            case "DRAW_NO_BET" -> odds ? reader.whole(MarketType.DRAW_NO_BET, 2) : null;
            case "DOUBLE_CHANCE" -> odds ? reader.whole(MarketType.DOUBLE_CHANCE, 3) : null;
            case "BOTH_TEAMS_TO_SCORE" -> odds ? reader.whole(MarketType.BOTH_TEAMS_TO_SCORE, 2) : null;
            case "CORRECT_SCORE" -> odds ? reader.scores() : null;
            case "ASIAN_HANDICAP" -> doubleLine ? reader.handicap(MarketType.ASIAN_HANDICAP) : null;
            case "ALT_TOTAL_GOALS" -> doubleLine ? reader.totals(MarketType.TOTAL_GOALS) : null;
            default -> odds ? reader.total(type) : null;
        };
    }

    private record Reader(MarketBook book, MarketDefinition definition, MarketWords words, BetfairNames names) {

        /** A market with so many selections, all of which must be found. */
        @Nullable KnownMarket whole(MarketType market, int size) {
            List<Leg> legs = new ArrayList<>();
            for (RunnerDefinition runner : definition.runners()) {
                @Nullable String selection = market == MarketType.MATCH_RESULT || market == MarketType.DRAW_NO_BET
                        ? side(runner)
                        : market == MarketType.DOUBLE_CHANCE ? chance(runner) : yesOrNo(runner);
                if (selection == null) {
                    return null;
                }
                legs.add(new Leg(selection, runner.id(), runner.handicap()));
            }
            return distinct(legs) == size && legs.size() == size
                    ? new KnownMarket(market, List.of(new Line(null, legs)))
                    : null;
        }

        /** Two sides, or three ways where a draw can be. */
        @Nullable KnownMarket winner() {
            if (definition.runners().size() != 2) {
                return whole(MarketType.MATCH_RESULT, 3);
            }
            KnownMarket read = whole(MarketType.MATCH_RESULT, 2);
            return read == null
                            || read.lines().getFirst().legs().stream()
                                    .anyMatch(leg -> leg.selection().equals("DRAW"))
                    ? null
                    : new KnownMarket(MarketType.MONEY_LINE, read.lines());
        }

        @Nullable KnownMarket total(String type) {
            Matcher total = TOTAL.matcher(type);
            if (!total.matches()) {
                return null;
            }
            double line = Integer.parseInt(total.group(1)) + 0.5;
            List<Leg> legs = new ArrayList<>();
            for (RunnerDefinition runner : definition.runners()) {
                @Nullable String selection = overOrUnder(runner);
                if (selection == null && name(runner) == null) {
                    selection = runner.sortPriority() == 1 ? "UNDER" : runner.sortPriority() == 2 ? "OVER" : null;
                }
                if (selection == null) {
                    return null;
                }
                legs.add(new Leg(selection, runner.id(), runner.handicap()));
            }
            return distinct(legs) == 2 && legs.size() == 2
                    ? new KnownMarket(MarketType.TOTAL_GOALS, List.of(new Line(line, legs)))
                    : null;
        }

        @Nullable KnownMarket totals(MarketType market) {
            Map<Double, List<Leg>> byLine = new LinkedHashMap<>();
            for (RunnerDefinition runner : definition.runners()) {
                @Nullable String selection = overOrUnder(runner);
                if (selection != null) {
                    byLine.computeIfAbsent(runner.handicap(), unused -> new ArrayList<>())
                            .add(new Leg(selection, runner.id(), runner.handicap()));
                }
            }
            return lines(market, byLine);
        }

        @Nullable KnownMarket handicap(MarketType market) {
            Map<Double, List<Leg>> byLine = new LinkedHashMap<>();
            Map<Long, String> sides = new LinkedHashMap<>();
            for (RunnerDefinition runner : definition.runners()) {
                @Nullable String side = sides.containsKey(runner.id()) ? sides.get(runner.id()) : side(runner);
                if (side == null || side.equals("DRAW")) {
                    return null;
                }
                sides.put(runner.id(), side);
                double line = side.equals("HOME") ? runner.handicap() : 0.0 - runner.handicap();
                byLine.computeIfAbsent(line, unused -> new ArrayList<>())
                        .add(new Leg(side, runner.id(), runner.handicap()));
            }
            return sides.size() == 2 ? lines(market, byLine) : null;
        }

        private static @Nullable KnownMarket lines(MarketType market, Map<Double, List<Leg>> byLine) {
            List<Line> lines = new ArrayList<>();
            byLine.forEach((line, legs) -> {
                if (legs.size() == 2 && distinct(legs) == 2) {
                    lines.add(new Line(line, legs));
                }
            });
            return lines.isEmpty() ? null : new KnownMarket(market, lines);
        }

        @Nullable KnownMarket scores() {
            List<Leg> legs = new ArrayList<>();
            for (RunnerDefinition runner : definition.runners()) {
                @Nullable String name = name(runner);
                @Nullable String score = null;
                if (name != null) {
                    Matcher written = SCORE.matcher(name.strip());
                    score = written.matches() ? written.group(1) + '-' + written.group(2) : null;
                } else if (runner.id() > 0 && runner.id() < SCORES_BY_ID.size()) {
                    score = SCORES_BY_ID.get((int) runner.id());
                }
                if (score != null) {
                    legs.add(new Leg(score, runner.id(), runner.handicap()));
                }
            }
            return legs.isEmpty() ? null : new KnownMarket(MarketType.CORRECT_SCORE, List.of(new Line(null, legs)));
        }

        private @Nullable String name(RunnerDefinition runner) {
            return MarketWords.runnerName(book, runner, names);
        }

        /** By its name, else by its place: home is listed first, but not in every sport. */
        private @Nullable String side(RunnerDefinition runner) {
            @Nullable String name = name(runner);
            if (runner.id() == THE_DRAW || (name != null && (name.equals("The Draw") || name.equals("Draw")))) {
                return "DRAW";
            }
            if (name != null
                    && words.fixture().home() != null
                    && words.fixture().away() != null) {
                if (same(name, words.fixture().home().name())) {
                    return "HOME";
                }
                if (same(name, words.fixture().away().name())) {
                    return "AWAY";
                }
            }
            boolean sidesUnknown = words.fixture().home() == null;
            if (sidesUnknown && BetfairSports.mayListAwayFirst(words.fixture().sport())) {
                return null;
            }
            long first = firstTeam();
            return first < 0 ? null : (first == runner.id()) != words.awayFirst() ? "HOME" : "AWAY";
        }

        private static boolean same(String one, String other) {
            return one.strip().equalsIgnoreCase(other.strip());
        }

        /** The team that is listed first; -1 where the order is not told. */
        private long firstTeam() {
            @Nullable RunnerDefinition first = null;
            for (RunnerDefinition each : definition.runners()) {
                if (each.id() != THE_DRAW && (first == null || each.sortPriority() < first.sortPriority())) {
                    first = each;
                }
            }
            return first == null || first.sortPriority() <= 0 ? -1 : first.id();
        }

        private @Nullable String overOrUnder(RunnerDefinition runner) {
            @Nullable String name = name(runner);
            if (name == null) {
                return null;
            }
            String lower = name.strip().toLowerCase(Locale.ROOT);
            return lower.startsWith("over") ? "OVER" : lower.startsWith("under") ? "UNDER" : null;
        }

        private @Nullable String yesOrNo(RunnerDefinition runner) {
            @Nullable String name = name(runner);
            if (name != null) {
                return name.strip().equalsIgnoreCase("yes")
                        ? "YES"
                        : name.strip().equalsIgnoreCase("no") ? "NO" : null;
            }
            String known = BY_ID.get(runner.id());
            return "YES".equals(known) || "NO".equals(known) ? known : null;
        }

        private @Nullable String chance(RunnerDefinition runner) {
            String known = BY_ID.get(runner.id());
            if (known != null && known.contains("_OR_")) {
                return known;
            }
            @Nullable String name = name(runner);
            return name == null
                    ? null
                    : switch (name.strip().toLowerCase(Locale.ROOT)) {
                        case "home or draw" -> "HOME_OR_DRAW";
                        case "draw or away" -> "DRAW_OR_AWAY";
                        case "home or away" -> "HOME_OR_AWAY";
                        default -> null;
                    };
        }

        private static long distinct(List<Leg> legs) {
            return legs.stream().map(Leg::selection).distinct().count();
        }
    }
}
