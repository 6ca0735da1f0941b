package io.touchline.odds.movement;

import io.touchline.odds.book.MarketLine;
import io.touchline.odds.book.PriceBook;
import java.util.Map;

/** The fair probabilities that a market had in the first snapshot of its fixture. They stay through suspension and kickoff, so that drift from opening can always be told. */
public final class OpeningPrices {

    /** Handicaps and totals wander; markets past this number tell no drift (their opening is their present price), so that a book stays small. */
    static final int MOST_MARKETS = 200;

    private OpeningPrices() {}

    /** The market's opening; where it has none yet, the present price becomes it. */
    public static double[] of(PriceBook book, MarketLine line, double[] present) {
        Map<MarketLine, double[]> openings = book.openings();
        double[] opening = openings.get(line);
        if (opening != null) {
            return opening;
        }
        if (openings.size() < MOST_MARKETS) {
            openings.put(line, present.clone());
        }
        return present;
    }

    /** Whether a market could have an opening and has none yet. */
    public static boolean isMissing(PriceBook book, MarketLine line) {
        return book.openings().size() < MOST_MARKETS && !book.openings().containsKey(line);
    }
}
