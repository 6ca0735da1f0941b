package io.touchline.domain.market;

import java.util.List;

/**
 * A question that is bet on. Where {@link #hasLine()} a number belongs to it: goals (points) for totals, and for
 * {@link #ASIAN_HANDICAP} and {@link #SPREAD} the handicap of the HOME side, so −0.5 means that home gives half a goal.
 */
public enum MarketType {
    /** Who wins in regular time, three ways. */
    MATCH_RESULT(false, Selection.HOME, Selection.DRAW, Selection.AWAY),
    /** Two of the three results in one bet. */
    DOUBLE_CHANCE(false, Selection.HOME_OR_DRAW, Selection.HOME_OR_AWAY, Selection.DRAW_OR_AWAY),
    /** Who wins; a draw gives the stake back. */
    DRAW_NO_BET(false, Selection.HOME, Selection.AWAY),
    /** Goals of both sides; quarter lines split the stake on the two neighbouring half lines. */
    TOTAL_GOALS(true, Selection.OVER, Selection.UNDER),
    /** Goals of the home side. */
    HOME_TOTAL_GOALS(true, Selection.OVER, Selection.UNDER),
    /** Goals of the away side. */
    AWAY_TOTAL_GOALS(true, Selection.OVER, Selection.UNDER),
    /** Whether both sides score. */
    BOTH_TEAMS_TO_SCORE(false, Selection.YES, Selection.NO),
    /** Who wins after the home side's handicap was added to its goals; quarter lines split the stake. */
    ASIAN_HANDICAP(true, Selection.HOME, Selection.AWAY),
    /** The exact score; its selections are texts such as {@code 2-1}, so {@link #selections()} is empty. */
    CORRECT_SCORE(false),
    /** Who wins where a draw cannot be, overtime included; a tie gives the stake back. */
    MONEY_LINE(false, Selection.HOME, Selection.AWAY),
    /** The handicap of sports counted in points. */
    SPREAD(true, Selection.HOME, Selection.AWAY),
    /** Points of both sides. */
    TOTAL_POINTS(true, Selection.OVER, Selection.UNDER);

    private final boolean hasLine;
    private final List<Selection> selections;

    MarketType(boolean hasLine, Selection... selections) {
        this.hasLine = hasLine;
        this.selections = List.of(selections);
    }

    /** The answers in the order in which prices are listed; empty for {@link #CORRECT_SCORE}. */
    public List<Selection> selections() {
        return selections;
    }

    public boolean hasLine() {
        return hasLine;
    }
}
