package io.touchline.prediction.backtest;

import io.touchline.domain.devig.MarginRemoval;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fair probabilities of quotes: the margin removed from each bookmaker, then their mean, or the sharpest one alone where asked. */
final class FairPrices {

    /** The bookmaker whose closing price is the usual yardstick. */
    private static final String SHARPEST = "pinnacle";

    private final MarginRemoval marginRemoval;

    FairPrices(MarginRemoval marginRemoval) {
        this.marginRemoval = marginRemoval;
    }

    /** Mean over all bookmakers, in the market's order of selections; null where none quotes the market whole. */
    double @Nullable [] mean(List<Quote> quotes, MarketType market, @Nullable Double line) {
        return mean(matching(quotes, market, line));
    }

    /** The sharpest bookmaker's where it quotes the market, else the mean of all. */
    double @Nullable [] sharpest(List<Quote> quotes, MarketType market, @Nullable Double line) {
        List<Quote> matching = matching(quotes, market, line);
        double[] sharp = mean(matching.stream()
                .filter(quote -> quote.getBookmaker().equals(SHARPEST))
                .toList());
        return sharp == null ? mean(matching) : sharp;
    }

    private static List<Quote> matching(List<Quote> quotes, MarketType market, @Nullable Double line) {
        return quotes.stream()
                .filter(quote -> quote.getMarket().equals(market.name()) && Objects.equals(quote.getLine(), line))
                .toList();
    }

    private double @Nullable [] mean(List<Quote> quotes) {
        List<double[]> fair = new ArrayList<>();
        for (Quote quote : quotes) {
            double[] odds = odds(quote);
            if (odds != null) {
                fair.add(marginRemoval.fairProbabilities(odds));
            }
        }
        if (fair.isEmpty()) {
            return null;
        }
        double[] mean = new double[fair.getFirst().length];
        for (double[] each : fair) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += each[i] / fair.size();
            }
        }
        return mean;
    }

    /** Back odds in the market's order; null where one is missing. */
    private static double @Nullable [] odds(Quote quote) {
        List<Selection> selections = MarketType.valueOf(quote.getMarket()).selections();
        double[] odds = new double[selections.size()];
        for (Price price : quote.getPrices()) {
            for (int i = 0; i < odds.length; i++) {
                Double back = price.getBackOdds();
                if (selections.get(i).name().equals(price.getSelection()) && back != null) {
                    odds[i] = back;
                }
            }
        }
        for (double each : odds) {
            if (!(each > 1)) {
                return null;
            }
        }
        return odds;
    }
}
