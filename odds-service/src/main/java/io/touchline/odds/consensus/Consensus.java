package io.touchline.odds.consensus;

import io.touchline.domain.devig.MarginRemoval;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.odds.book.HeldQuote;
import io.touchline.odds.book.MarketLine;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.movement.OpeningPrices;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fair price a market: each bookmaker's margin is removed by itself, then the probabilities are averaged, a sharp bookmaker counting {@link Weights#sharp} to a soft one's {@link Weights#soft},
 * and scaled to sum to 1 (to 2 in a double chance, where two selections win).
 *
 * <p>Pinnacle at 2.00, 3.60, 4.00 (multiplicative 0.4865, 0.2703, 0.2432) and a soft bookmaker at 1.90, 3.50, 3.90 (0.4926, 0.2674, 0.2400) with weights 3 and 1 give 0.4880, 0.2696, 0.2424; run as
 * {@code ConsensusTest#weighsSharpAboveSoft}.
 */
public final class Consensus {

    private final Bookmakers bookmakers;
    private final MarginMethods methods;
    private final Weights weights;

    public Consensus(Bookmakers bookmakers, MarginMethods methods, Weights weights) {
        this.bookmakers = bookmakers;
        this.methods = methods;
        this.weights = weights;
    }

    /** Every market of the book that has a complete open quote, in the market's order. Notes the opening of a market that is new. */
    public List<MarketPrices> markets(PriceBook book) {
        List<MarketPrices> markets = new ArrayList<>();
        for (MarketLine line : book.markets()) {
            market(book, line).ifPresent(markets::add);
        }
        return markets;
    }

    /** The open quotes that have a say in a market: the bookmakers', or published averages where no bookmaker has a complete one. */
    public List<HeldQuote> voices(PriceBook book, MarketLine line) {
        List<HeldQuote> own = new ArrayList<>();
        List<HeldQuote> averages = new ArrayList<>();
        boolean complete = false;
        for (HeldQuote quote : book.quotes(line)) {
            if (quote.suspended()) {
                continue;
            }
            switch (bookmakers.of(quote.bookmaker()).kind()) {
                case SHARP, SOFT -> {
                    own.add(quote);
                    complete |= quote.complete();
                }
                case AVERAGE -> averages.add(quote);
                case HIGHEST -> {}
            }
        }
        return complete ? own : averages;
    }

    /** One market; empty where it has no complete open quote. Notes its opening where it is new. */
    public Optional<MarketPrices> market(PriceBook book, MarketLine line) {
        MarketType market = line.market();
        MarginRemoval method = methods.of(market);
        int winners = winners(market);
        int selections = market.selections().size();
        Mean all = new Mean(selections);
        Mean sharp = new Mean(selections);
        BestOdds best = new BestOdds(selections, bookmakers);
        double overrounds = 0;
        long newest = Long.MIN_VALUE;
        for (HeldQuote quote : voices(book, line)) {
            best.add(quote);
            newest = Math.max(newest, quote.observedAt());
            if (quote.complete()) {
                Bookmaker.Kind kind = bookmakers.of(quote.bookmaker()).kind();
                double[] fair = quote.fairProbabilities(method, winners);
                all.add(fair, weights.of(kind));
                overrounds += overround(quote, winners);
                if (kind == Bookmaker.Kind.SHARP) {
                    sharp.add(fair, 1);
                }
            }
        }
        double[] fair = all.scaledTo(winners);
        if (fair == null) {
            return Optional.empty();
        }
        double[] opening = OpeningPrices.of(book, line, fair);
        List<FairPrice> prices = new ArrayList<>(selections);
        for (int i = 0; i < selections; i++) {
            Selection selection = market.selections().get(i);
            prices.add(new FairPrice(
                    selection.name(), fair[i], opening[i], best.odds(i), best.bookmaker(i), best.mean(i)));
        }
        return Optional.of(new MarketPrices(
                market.name(),
                line.lineOrNull(),
                method.name(),
                prices,
                overrounds / all.count(),
                best.overround(winners),
                all.count(),
                all.deviationOfFirst(),
                asList(sharp.scaledTo(winners)),
                Instant.ofEpochMilli(newest)));
    }

    /** How many selections of a market win together. */
    private static int winners(MarketType market) {
        return market == MarketType.DOUBLE_CHANCE ? 2 : 1;
    }

    /** Sum of implied probabilities for each unit that is paid out, minus 1. */
    private static double overround(HeldQuote quote, int winners) {
        double sum = 0;
        for (int i = 0; i < quote.selections(); i++) {
            sum += 1 / quote.odds(i);
        }
        return sum / winners - 1;
    }

    private static @Nullable List<Double> asList(double @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Double> list = new ArrayList<>(values.length);
        for (double each : values) {
            list.add(each);
        }
        return list;
    }
}
