package io.touchline.odds.connector.theoddsapi;

import org.jspecify.annotations.Nullable;

/**
 * A market key of theirs that we read. Keys of parts of a match ({@code h2h_h1}, {@code totals_q1}), of corners and cards and of players are none.
 *
 * @param kind what is asked
 * @param lay whether its prices are to lay
 */
record OddsApiMarket(Kind kind, boolean lay) {

    /** What is asked. */
    enum Kind {
        THREE_WAY,
        TWO_WAY,
        DRAW_NO_BET,
        HANDICAP,
        POINTS_HANDICAP,
        GOALS,
        POINTS,
        TEAM_GOALS,
        BOTH_SCORE,
        DOUBLE_CHANCE
    }

    /**
     * What a key asks in a sport; null where it is none that we read.
     *
     * @param threeWay whether this bookmaker quotes a draw
     */
    static @Nullable OddsApiMarket of(String key, String sport, boolean threeWay) {
        boolean football = sport.equals("soccer");
        Kind kind = switch (key) {
            case "h2h", "h2h_lay" -> football || threeWay ? Kind.THREE_WAY : Kind.TWO_WAY;
            case "h2h_3_way" -> Kind.THREE_WAY;
            case "spreads", "alternate_spreads" -> football ? Kind.HANDICAP : Kind.POINTS_HANDICAP;
            case "totals", "alternate_totals" -> football ? Kind.GOALS : Kind.POINTS;
            case "team_totals", "alternate_team_totals" -> football ? Kind.TEAM_GOALS : null;
            case "btts" -> football ? Kind.BOTH_SCORE : null;
            case "draw_no_bet" -> football ? Kind.DRAW_NO_BET : null;
            case "double_chance" -> football ? Kind.DOUBLE_CHANCE : null;
            default -> null;
        };
        return kind == null ? null : new OddsApiMarket(kind, key.equals("h2h_lay"));
    }
}
