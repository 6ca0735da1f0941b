package io.touchline.gateway.view;

import io.touchline.schema.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What a bookmaker has one quote for.
 *
 * @param line null for a market without one
 */
public record QuoteKey(
        String bookmaker, String market, @Nullable Double line) {

    static QuoteKey of(Quote quote) {
        return new QuoteKey(quote.getBookmaker(), quote.getMarket(), quote.getLine());
    }
}
