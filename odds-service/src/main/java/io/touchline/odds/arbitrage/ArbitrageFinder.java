package io.touchline.odds.arbitrage;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.odds.Arbitrage;
import io.touchline.odds.book.HeldQuote;
import io.touchline.odds.book.MarketLine;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.consensus.Bookmaker;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.schema.ArbitrageLeg;
import io.touchline.schema.ArbitrageOffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks among the open quotes of each market for odds that cover every selection at a profit. An exchange's odds count after its commission; a leg shows them as quoted. Published averages and highest
 * prices are nobody's offer and take no part. On whole and quarter lines a push gives stakes back: the profit is then smaller or none, never a loss.
 */
public final class ArbitrageFinder {

    private final Bookmakers bookmakers;

    public ArbitrageFinder(Bookmakers bookmakers) {
        this.bookmakers = bookmakers;
    }

    /** What can be had without risk, in the order of the markets; mostly empty. */
    public List<ArbitrageOffer> offers(PriceBook book) {
        List<ArbitrageOffer> offers = new ArrayList<>();
        for (MarketLine line : book.markets()) {
            ArbitrageOffer offer = offer(book, line);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return offers;
    }

    /** That of one market; null, as mostly, where there is none. */
    public @Nullable ArbitrageOffer offer(PriceBook book, MarketLine line) {
        // two selections of a double chance win together: the best of each is no partition
        if (line.market() == MarketType.DOUBLE_CHANCE) {
            return null;
        }
        int selections = line.market().selections().size();
        double[] net = new double[selections];
        HeldQuote[] owners = new HeldQuote[selections];
        for (HeldQuote quote : book.quotes(line)) {
            Bookmaker bookmaker = bookmakers.of(quote.bookmaker());
            if (quote.suspended() || !takesBets(bookmaker)) {
                continue;
            }
            for (int i = 0; i < selections; i++) {
                double odds = bookmaker.netOdds(quote.odds(i));
                if (odds > net[i]) {
                    net[i] = odds;
                    owners[i] = quote;
                }
            }
        }
        for (double each : net) {
            if (each == 0) {
                return null;
            }
        }
        return Arbitrage.find(net)
                .map(found -> new ArbitrageOffer(
                        line.market().name(), line.lineOrNull(), found.profit(), legs(line, found, owners)))
                .orElse(null);
    }

    private static boolean takesBets(Bookmaker bookmaker) {
        return bookmaker.kind() == Bookmaker.Kind.SHARP || bookmaker.kind() == Bookmaker.Kind.SOFT;
    }

    private static List<ArbitrageLeg> legs(MarketLine line, Arbitrage found, HeldQuote[] owners) {
        List<ArbitrageLeg> legs = new ArrayList<>(owners.length);
        for (int i = 0; i < owners.length; i++) {
            legs.add(new ArbitrageLeg(
                    line.market().selections().get(i).name(),
                    owners[i].bookmaker(),
                    owners[i].odds(i),
                    found.stakes().get(i)));
        }
        return legs;
    }
}
