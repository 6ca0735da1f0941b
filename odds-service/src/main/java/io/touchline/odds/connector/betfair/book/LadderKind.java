package io.touchline.odds.connector.betfair.book;

/** The ladders of a runner, by Betfair's field names: numbers, not an enum, because they are the innermost loop's index. */
final class LadderKind {

    /** Available to back, to lay; traded; starting-price backers and layers: keyed by price. */
    static final int ATB = 0;

    static final int ATL = 1;
    static final int TRD = 2;
    static final int SPB = 3;
    static final int SPL = 4;

    /** Best to back and to lay, rolled up, and the same with virtual bets: keyed by level. */
    static final int BATB = 5;

    static final int BATL = 6;
    static final int BDATB = 7;
    static final int BDATL = 8;

    static final int KINDS = 9;

    private LadderKind() {}

    static boolean isByLevel(int kind) {
        return kind >= BATB;
    }
}
