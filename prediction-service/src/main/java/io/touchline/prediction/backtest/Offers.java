package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.market.Lines;
import io.touchline.domain.market.MarketType;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What could be taken of a match and when. Result, total goals, and Asian handicap on half lines, where a bet either wins or loses, so that edge is probability × odds − 1. */
final class Offers {

    private final BettingRules rules;

    Offers(BettingRules rules) {
        this.rules = rules;
    }

    /** All prices on offer at a moment by the bookmakers that may be bet with. */
    List<Offer> at(BacktestMatch match, Instant moment) {
        List<Quote> quotes = rules.at() == Cutoff.OPENING ? match.opening() : match.closing();
        List<Offer> offers = new ArrayList<>();
        for (Quote quote : quotes) {
            if (!quote.getObservedAt().isAfter(moment)) {
                addAll(quote, offers);
            }
        }
        return offers;
    }

    /** The same bookmaker's price of the same bet at a later moment before kickoff; empty where it is gone. */
    Optional<Offer> later(BacktestMatch match, Offer offer, Instant moment) {
        if (!moment.isBefore(match.kickoffAt())) {
            return Optional.empty();
        }
        Map<Instant, List<Quote>> byTime = new HashMap<>();
        @Nullable Instant newest = null;
        for (List<Quote> quotes : List.of(match.opening(), match.closing())) {
            for (Quote quote : quotes) {
                Instant at = quote.getObservedAt();
                if (quote.getBookmaker().equals(offer.bookmaker())
                        && quote.getMarket().equals(offer.market().name())
                        && !at.isAfter(moment)) {
                    byTime.computeIfAbsent(at, unused -> new ArrayList<>()).add(quote);
                    newest = newest == null || at.isAfter(newest) ? at : newest;
                }
            }
        }
        List<Offer> offers = new ArrayList<>();
        if (newest != null) {
            byTime.getOrDefault(newest, List.of()).forEach(quote -> addAll(quote, offers));
        }
        return offers.stream()
                .filter(each -> Objects.equals(each.line(), offer.line())
                        && each.selection().equals(offer.selection()))
                .findFirst();
    }

    private void addAll(Quote quote, List<Offer> offers) {
        Double line = quote.getLine();
        boolean winsOrLoses = line == null || Math.abs(line * 2) % 2 == 1 && !Lines.isSplit(line);
        if (!winsOrLoses || !rules.takes(quote.getBookmaker())) {
            return;
        }
        MarketType market = MarketType.valueOf(quote.getMarket());
        double overround = overround(quote, market);
        for (Price price : quote.getPrices()) {
            Double odds = price.getBackOdds();
            if (odds != null) {
                offers.add(new Offer(
                        quote.getBookmaker(),
                        market,
                        line,
                        price.getSelection(),
                        rules.net(quote.getBookmaker(), odds),
                        overround));
            }
        }
    }

    private double overround(Quote quote, MarketType market) {
        double sum = 0;
        int priced = 0;
        for (Price price : quote.getPrices()) {
            Double odds = price.getBackOdds();
            if (odds != null) {
                sum += 1 / rules.net(quote.getBookmaker(), odds);
                priced++;
            }
        }
        return priced == market.selections().size() ? sum : Double.NaN;
    }
}
