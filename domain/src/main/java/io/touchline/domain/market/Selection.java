package io.touchline.domain.market;

/** One answer of a market with a fixed list of answers; a correct score is text such as {@code 2-1} instead. */
public enum Selection {
    HOME,
    DRAW,
    AWAY,
    OVER,
    UNDER,
    YES,
    NO,
    HOME_OR_DRAW,
    HOME_OR_AWAY,
    DRAW_OR_AWAY
}
