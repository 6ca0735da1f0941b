package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.MarketBook;
import io.touchline.odds.connector.betfair.book.RunnerBook;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quotes of a market of ours that a message changed: best odds, their sizes, or whether bets are taken. */
final class MarketQuotes {

    private static final String OPEN = "OPEN";
    private static final String ACTIVE = "ACTIVE";

    private MarketQuotes() {}

    /** Adds what changed; a line on which nobody ever offered anything is left out. */
    static void changed(MarketBook book, MarketState state, Instant at, List<Quote> quotes) {
        KnownMarket known = state.known();
        if (known == null) {
            return;
        }
        List<RunnerBook> touched = book.touched();
        boolean open = book.status().equals(OPEN);
        for (KnownMarket.Line line : known.lines()) {
            if (!isTouched(line, touched)) {
                continue;
            }
            Quote quote = quote(book, state, known, line, open, at);
            Quote before = state.told(line.line());
            if (before == null ? offersSomething(quote) : differs(before, quote)) {
                state.tell(quote);
                quotes.add(quote);
            }
        }
    }

    private static boolean isTouched(KnownMarket.Line line, List<RunnerBook> touched) {
        for (RunnerBook runner : touched) {
            for (KnownMarket.Leg leg : line.legs()) {
                if (leg.runnerId() == runner.id() && leg.handicap() == runner.handicap()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Quote quote(
            MarketBook book, MarketState state, KnownMarket known, KnownMarket.Line line, boolean open, Instant at) {
        List<Price> prices = new ArrayList<>(line.legs().size());
        boolean anyActive = false;
        for (KnownMarket.Leg leg : line.legs()) {
            @Nullable RunnerBook runner = book.find(leg.runnerId(), leg.handicap());
            List<Double> back = List.of();
            List<Double> lay = List.of();
            if (runner != null && runner.status().equals(ACTIVE)) {
                anyActive = true;
                back = book.back(runner, 1);
                lay = book.lay(runner, 1);
            }
            prices.add(new Price(
                    leg.selection(),
                    back.isEmpty() ? null : back.get(0),
                    lay.isEmpty() ? null : lay.get(0),
                    back.isEmpty() ? null : back.get(1),
                    lay.isEmpty() ? null : lay.get(1)));
        }
        return Quote.newBuilder()
                .setBookmaker(state.words().bookmaker())
                .setMarket(known.market().name())
                .setLine(line.line())
                .setSuspended(!open || !anyActive)
                .setClosing(false)
                .setPrices(prices)
                .setObservedAt(at)
                .build();
    }

    private static boolean offersSomething(Quote quote) {
        return quote.getPrices().stream().anyMatch(price -> price.getBackOdds() != null || price.getLayOdds() != null);
    }

    private static boolean differs(Quote one, Quote other) {
        return one.getSuspended() != other.getSuspended() || !one.getPrices().equals(other.getPrices());
    }
}
