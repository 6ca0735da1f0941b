package io.touchline.feature.state;

import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.util.List;

/**
 * Fair probabilities at the close, for {@code elo_odds}: a sharp bookmaker's where it is told, else the average's, else the mean of all; the margin is taken out in proportion. NaN where no closing
 * odds are told.
 */
public record Closing(float home, float draw, float away) {

    /** No closing odds. */
    public static final Closing UNKNOWN = new Closing(Float.NaN, Float.NaN, Float.NaN);

    private static final List<String> FIRST = List.of("pinnacle", "market-average");

    static Closing of(List<Quote> quotes) {
        double[] sums = new double[3];
        int best = FIRST.size();
        int count = 0;
        for (Quote quote : quotes) {
            if (!quote.getMarket().equals("MATCH_RESULT") || quote.getPrices().size() != 3) {
                continue;
            }
            int rank = FIRST.indexOf(quote.getBookmaker());
            rank = rank < 0 ? FIRST.size() : rank;
            if (rank > best || !odds(quote)) {
                continue;
            }
            if (rank < best) {
                best = rank;
                count = 0;
                sums = new double[3];
            }
            add(sums, quote);
            count++;
        }
        return count == 0
                ? UNKNOWN
                : new Closing((float) (sums[0] / count), (float) (sums[1] / count), (float) (sums[2] / count));
    }

    private static boolean odds(Quote quote) {
        int known = 0;
        for (Price price : quote.getPrices()) {
            Double odds = price.getBackOdds();
            known += odds != null && odds > 1 && place(price) >= 0 ? 1 << place(price) : 0;
        }
        return known == 7;
    }

    private static void add(double[] sums, Quote quote) {
        double whole = 0;
        for (Price price : quote.getPrices()) {
            whole += 1 / price.getBackOdds();
        }
        for (Price price : quote.getPrices()) {
            sums[place(price)] += 1 / price.getBackOdds() / whole;
        }
    }

    private static int place(Price price) {
        return switch (price.getSelection()) {
            case "HOME" -> 0;
            case "DRAW" -> 1;
            case "AWAY" -> 2;
            default -> -1;
        };
    }

    /** Score (win 1, draw 0.5, loss 0) that the market expected of the home side; NaN where unknown. */
    public double expectedHome() {
        return home + draw / 2.0;
    }
}
