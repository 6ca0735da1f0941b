package io.touchline.odds.consensus;

/**
 * One who quotes.
 *
 * @param slug our name of it, as in quotes
 * @param name as people read it
 * @param kind how its opinion is taken
 * @param priority order in which equal odds are preferred and lists are shown; 1 is first
 * @param commission part of the profit that an exchange keeps, 0..1; 0 at a bookmaker
 */
public record Bookmaker(String slug, String name, Kind kind, int priority, double commission) {

    /** How much a bookmaker's opinion is worth. */
    public enum Kind {
        /** Takes big bets, low margin; its prices lead the market. */
        SHARP,
        /** Follows the market. */
        SOFT,
        /** No bookmaker but a published average over many; speaks where no bookmaker does. */
        AVERAGE,
        /** No bookmaker but a published highest price over many, often a stale or wrong one; never taken. */
        HIGHEST
    }

    public Bookmaker {
        if (!(commission >= 0 && commission < 1)) {
            throw new IllegalArgumentException("a commission lies in 0..1 but was " + commission);
        }
    }

    /** What odds pay after commission on the profit. */
    public double netOdds(double odds) {
        return 1 + (odds - 1) * (1 - commission);
    }
}
