package io.touchline.alert.life;

import io.touchline.alert.rule.Offer;
import io.touchline.domain.odds.DecimalOdds;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One bookmaker's odds of one market, as the book keeps them.
 *
 * @param observedAt when the bookmaker last confirmed them
 * @param source that brought them
 * @param inPlay true once the match runs, by the source
 * @param suspended true while no bets are taken
 * @param prices odds by selection; a selection without sound odds is not in it
 */
record HeldQuote(Instant observedAt, String source, boolean inPlay, boolean suspended, List<HeldPrice> prices) {

    /**
     * One selection's odds.
     *
     * @param since when exactly these odds were first offered without a break
     */
    record HeldPrice(String selection, double odds, Instant since) {}

    HeldQuote {
        prices = List.copyOf(prices);
    }

    static HeldQuote of(OddsUpdate update, Quote quote) {
        return new HeldQuote(
                quote.getObservedAt(),
                update.getSource(),
                update.getInPlay(),
                quote.getSuspended(),
                quote.getPrices().stream()
                        .flatMap(price -> price(price, quote.getObservedAt()).stream())
                        .toList());
    }

    private static Optional<HeldPrice> price(Price price, Instant observedAt) {
        Double odds = price.getBackOdds();
        return odds != null && DecimalOdds.isValid(odds)
                ? Optional.of(new HeldPrice(price.getSelection(), odds, observedAt))
                : Optional.empty();
    }

    /** Whether a bet on this selection is taken. */
    boolean isOpen(String selection) {
        return !suspended && prices.stream().anyMatch(price -> price.selection().equals(selection));
    }

    /** The same but for how long its prices have stood. */
    boolean saysTheSame(HeldQuote other) {
        return alone().equals(other.alone());
    }

    /** The same quote, whose unchanged prices stand since they stood in the one before. */
    HeldQuote following(HeldQuote before) {
        return new HeldQuote(
                observedAt,
                source,
                inPlay,
                suspended,
                prices.stream()
                        .map(price -> before.prices.stream()
                                .filter(old -> old.selection().equals(price.selection()) && old.odds() == price.odds())
                                .findFirst()
                                .orElse(price))
                        .toList());
    }

    /** The same quote with every price standing since its own time. */
    HeldQuote alone() {
        return new HeldQuote(
                observedAt,
                source,
                inPlay,
                suspended,
                prices.stream()
                        .map(price -> new HeldPrice(price.selection(), price.odds(), observedAt))
                        .toList());
    }

    Offer offer(PriceKey key, HeldPrice price) {
        return new Offer(
                key.market(),
                key.line(),
                price.selection(),
                key.bookmaker(),
                source,
                price.odds(),
                price.since(),
                observedAt,
                inPlay);
    }
}
