package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import io.touchline.feature.state.PastResult.Numbers;
import java.util.function.ToDoubleFunction;

/** What can be counted of one appearance of a team; NaN where the source did not tell. */
enum Stat {
    POINTS(Appearance::points),
    WON(a -> flag(a.goalDifference() > 0)),
    DRAWN(a -> flag(a.goalDifference() == 0)),
    GOALS(Appearance::goals),
    GOALS_AGAINST(Appearance::goalsAgainst),
    GOAL_DIFFERENCE(Appearance::goalDifference),
    ATTENDANCE(a -> known(a.result().attendance())),
    TOTAL_GOALS(a -> a.goals() + a.goalsAgainst()),
    FAILED_TO_SCORE(a -> flag(a.goals() == 0)),
    CLEAN_SHEET(a -> flag(a.goalsAgainst() == 0)),
    OVER25(a -> flag(a.goals() + a.goalsAgainst() > 2)),
    BOTH_SCORED(a -> flag(a.goals() > 0 && a.goalsAgainst() > 0)),
    SHOTS(a -> known(a.own().shots())),
    SHOTS_AGAINST(a -> known(a.opponents().shots())),
    SHOTS_ON_TARGET(a -> known(a.own().shotsOnTarget())),
    SHOTS_ON_TARGET_AGAINST(a -> known(a.opponents().shotsOnTarget())),
    CORNERS(a -> known(a.own().corners())),
    CORNERS_AGAINST(a -> known(a.opponents().corners())),
    FOULS(a -> known(a.own().fouls())),
    FOULS_DRAWN(a -> known(a.opponents().fouls())),
    YELLOW_CARDS(a -> known(a.own().yellowCards())),
    RED_CARDS(a -> known(a.own().redCards())),
    FIRST_HALF_GOALS(a -> known(a.own().halfTimeGoals())),
    FIRST_HALF_GOALS_AGAINST(a -> known(a.opponents().halfTimeGoals())),
    SECOND_HALF_GOALS(a -> a.goals() - known(a.own().halfTimeGoals())),
    SECOND_HALF_GOALS_AGAINST(a -> a.goalsAgainst() - known(a.opponents().halfTimeGoals())),
    HALF_TIME_LEAD(a -> halfTime(a, 1, 0)),
    HALF_TIME_POINTS(a -> halfTime(a, 3, 1)),
    XG(a -> a.own().xg()),
    XG_AGAINST(a -> a.opponents().xg()),
    XG_NET(a -> a.own().xg() - a.opponents().xg()),
    XG_OVERPERFORMANCE(a -> a.goals() - a.own().xg()),
    OPPONENT_ELO(Appearance::opponentEloBefore),
    ELO_SURPLUS(a -> (a.goalDifference() > 0 ? 1 : a.goalDifference() == 0 ? 0.5 : 0) - a.eloExpected()),
    GOALS_WITH_SHOTS(a -> a.own().shots() == Numbers.UNKNOWN ? Double.NaN : a.goals()),
    GOALS_AGAINST_WITH_SHOTS(a -> a.opponents().shotsOnTarget() == Numbers.UNKNOWN ? Double.NaN : a.goalsAgainst()),
    GOALS_SQUARED(a -> a.goals() * a.goals()),
    GOAL_DIFFERENCE_SQUARED(a -> a.goalDifference() * a.goalDifference()),
    MARKET_SURPLUS(a -> (a.goalDifference() > 0 ? 1 : a.goalDifference() == 0 ? 0.5 : 0) - a.marketExpected()),
    XG_SQUARED(a -> (double) a.own().xg() * a.own().xg()),
    XG_AGAINST_OVERPERFORMANCE(a -> a.goalsAgainst() - a.opponents().xg()),
    XG_OF_SHOTS(a -> a.own().shots() == Numbers.UNKNOWN ? Double.NaN : a.own().xg()),
    SHOTS_WITH_XG(a -> Float.isNaN(a.own().xg()) ? Double.NaN : known(a.own().shots())),
    NON_PENALTY_XG(a -> a.own().nonPenaltyXg()),
    NON_PENALTY_XG_AGAINST(a -> a.opponents().nonPenaltyXg()),
    SET_PIECE_XG(a -> a.own().setPieceXg()),
    XG_WITH_SET_PIECES(
            a -> Float.isNaN(a.own().setPieceXg()) ? Double.NaN : a.own().xg()),
    BIG_CHANCES(a -> known(a.own().bigChances())),
    SHOTS_WITH_BIG_CHANCES(a ->
            a.own().bigChances() == Numbers.UNKNOWN ? Double.NaN : known(a.own().shots())),
    PENALTIES(a -> known(a.own().penalties())),
    PENALTIES_AGAINST(a -> known(a.opponents().penalties())),
    PASSES_PER_DEFENSIVE_ACTION(a -> a.own().passesPerDefensiveAction()),
    DEEP_COMPLETIONS(a -> known(a.own().deepCompletions())),
    POSSESSION(a -> a.own().possession()),
    SHOTS_WITH_POSSESSION(
            a -> Float.isNaN(a.own().possession()) ? Double.NaN : known(a.own().shots()));

    /** Windows of one venue hold the stats up to this one. */
    static final Stat LAST_OF_VENUE = ATTENDANCE;

    private final ToDoubleFunction<Appearance> of;

    Stat(ToDoubleFunction<Appearance> of) {
        this.of = of;
    }

    /** Its value in one match; NaN where unknown. */
    double of(Appearance appearance) {
        return of.applyAsDouble(appearance);
    }

    private static double flag(boolean is) {
        return is ? 1 : 0;
    }

    private static double known(int number) {
        return number == Numbers.UNKNOWN ? Double.NaN : number;
    }

    private static double halfTime(Appearance a, int lead, int level) {
        int own = a.own().halfTimeGoals();
        int other = a.opponents().halfTimeGoals();
        if (own == Numbers.UNKNOWN || other == Numbers.UNKNOWN) {
            return Double.NaN;
        }
        return own > other ? lead : own == other ? level : 0;
    }
}
