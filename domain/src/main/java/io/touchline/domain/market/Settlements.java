package io.touchline.domain.market;

import io.touchline.domain.fixture.Score;
import org.jspecify.annotations.Nullable;

/**
 * Settles a bet by the final score of regular time.
 *
 * <p>Total goals over 2.25 and two goals: half the stake is on over 2.0 (returned), half on over 2.5 (lost), so half lost. Home
 * −0.25 and a draw: half on −0.0 (returned), half on −0.5 (lost), so half lost; run as {@code SettlementsTest}.
 */
public final class Settlements {

    private Settlements() {}

    /**
     * The outcome of one bet.
     *
     * @param line present exactly where the market has one; a multiple of 0.25
     * @param selection the name of a {@link Selection} of this market, or a score such as {@code 2-1} for a correct score
     * @throws IllegalArgumentException where market, line and selection do not belong together
     */
    public static Outcome settle(MarketType market, @Nullable Double line, String selection, Score score) {
        if (market == MarketType.CORRECT_SCORE) {
            return won(Score.of(selection).equals(score));
        }
        return settle(market, line, selection(market, selection), score);
    }

    /** The same for a selection that is already read; not for a correct score. */
    public static Outcome settle(MarketType market, @Nullable Double line, Selection selection, Score score) {
        double number = line(market, line);
        return switch (market) {
            case MATCH_RESULT -> won(selection == result(score));
            case DOUBLE_CHANCE ->
                won(
                        switch (selection) {
                            case HOME_OR_DRAW -> score.margin() >= 0;
                            case HOME_OR_AWAY -> score.margin() != 0;
                            case DRAW_OR_AWAY -> score.margin() <= 0;
                            default -> throw unknown(market, selection.name());
                        });
            case DRAW_NO_BET, MONEY_LINE -> onLine(side(market, selection) * score.margin(), 0);
            case TOTAL_GOALS, TOTAL_POINTS -> total(market, selection, score.total(), number);
            case HOME_TOTAL_GOALS -> total(market, selection, score.home(), number);
            case AWAY_TOTAL_GOALS -> total(market, selection, score.away(), number);
            case BOTH_TEAMS_TO_SCORE ->
                won((score.home() > 0 && score.away() > 0) == (selection == yesOrNo(market, selection)));
            case ASIAN_HANDICAP, SPREAD -> {
                int side = side(market, selection);
                yield onLine(side * score.margin(), -side * number);
            }
            case CORRECT_SCORE -> throw unknown(market, selection.name());
        };
    }

    private static Selection yesOrNo(MarketType market, Selection selection) {
        if (selection != Selection.YES && selection != Selection.NO) {
            throw unknown(market, selection.name());
        }
        return Selection.YES;
    }

    private static Outcome total(MarketType market, Selection selection, int goals, double line) {
        return switch (selection) {
            case OVER -> onLine(goals, line);
            case UNDER -> onLine(-goals, -line);
            default -> throw unknown(market, selection.name());
        };
    }

    private static int side(MarketType market, Selection selection) {
        return switch (selection) {
            case HOME -> 1;
            case AWAY -> -1;
            default -> throw unknown(market, selection.name());
        };
    }

    /** Won above the line, lost below, returned on it; a split line is half the one below and half the one above. */
    private static Outcome onLine(double value, double line) {
        int halves = (int) (Math.signum(value - Lines.lower(line)) + Math.signum(value - Lines.upper(line)));
        return switch (halves) {
            case 2 -> Outcome.WON;
            case 1 -> Outcome.HALF_WON;
            case 0 -> Outcome.PUSH;
            case -1 -> Outcome.HALF_LOST;
            default -> Outcome.LOST;
        };
    }

    private static Selection result(Score score) {
        return score.margin() > 0 ? Selection.HOME : score.margin() < 0 ? Selection.AWAY : Selection.DRAW;
    }

    private static Outcome won(boolean won) {
        return won ? Outcome.WON : Outcome.LOST;
    }

    /** Reads a selection's name and checks that the market has it. */
    public static Selection selection(MarketType market, String name) {
        for (Selection selection : market.selections()) {
            if (selection.name().equals(name)) {
                return selection;
            }
        }
        throw unknown(market, name);
    }

    private static double line(MarketType market, @Nullable Double line) {
        if (!market.hasLine()) {
            if (line != null) {
                throw new IllegalArgumentException(market + " has no line but was given " + line);
            }
            return 0;
        }
        if (line == null || !Lines.isQuarterStep(line)) {
            throw new IllegalArgumentException(market + " needs a line in quarters but was given " + line);
        }
        return line;
    }

    private static IllegalArgumentException unknown(MarketType market, String selection) {
        return new IllegalArgumentException(market + " has no selection " + selection);
    }
}
