package io.touchline.odds.consensus;

import io.touchline.odds.book.HeldQuote;

/** The highest and the mean back odds of each selection over the open quotes of a market. Of equal odds those of the bookmaker with the better priority are named. */
final class BestOdds {

    private final Bookmakers bookmakers;
    private final double[] best;
    private final String[] owners;
    private final double[] sums;
    private final int[] counts;

    BestOdds(int selections, Bookmakers bookmakers) {
        this.bookmakers = bookmakers;
        best = new double[selections];
        owners = new String[selections];
        sums = new double[selections];
        counts = new int[selections];
    }

    void add(HeldQuote quote) {
        for (int i = 0; i < best.length; i++) {
            double odds = quote.odds(i);
            if (Double.isNaN(odds)) {
                continue;
            }
            sums[i] += odds;
            counts[i]++;
            if (odds > best[i] || (odds == best[i] && priority(quote.bookmaker()) < priority(owners[i]))) {
                best[i] = odds;
                owners[i] = quote.bookmaker();
            }
        }
    }

    double odds(int selection) {
        return best[selection];
    }

    String bookmaker(int selection) {
        return owners[selection];
    }

    double mean(int selection) {
        return sums[selection] / counts[selection];
    }

    /** Of the highest odds, for each unit paid out. */
    double overround(int winners) {
        double sum = 0;
        for (double each : best) {
            sum += 1 / each;
        }
        return sum / winners - 1;
    }

    private int priority(String slug) {
        return bookmakers.of(slug).priority();
    }
}
