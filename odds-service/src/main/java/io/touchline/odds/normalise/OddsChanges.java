package io.touchline.odds.normalise;

import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs from the answer before: new quotes, moved ones, confirmed ones (their {@code observedAt} went on), and, once and as suspended, those that are
 * gone. A quote older than the one we know is passed over. For one thread.
 */
final class OddsChanges {

    private record Key(
            String bookmaker, String market, @Nullable Double line) {
        static Key of(Quote quote) {
            return new Key(quote.getBookmaker(), quote.getMarket(), quote.getLine());
        }
    }

    private final Map<String, Map<String, Known>> scopes = new HashMap<>();

    /** One fixture as it was last seen. */
    private record Known(OddsUpdate frame, Map<Key, Quote> quotes) {}

    /**
     * The updates to publish.
     *
     * @param scope whose whole answer this is
     * @param answer every fixture in it with every quote
     * @param observedAt the vendor's clock
     * @param receivedAt our clock on arrival
     * @param emittedAt our clock now
     */
    List<OddsUpdate> of(
            String scope, List<OddsUpdate> answer, Instant observedAt, Instant receivedAt, Instant emittedAt) {
        Map<String, Known> before = scopes.getOrDefault(scope, Map.of());
        Map<String, Known> now = new LinkedHashMap<>();
        List<OddsUpdate> updates = new ArrayList<>();
        for (OddsUpdate whole : answer) {
            Known known = before.get(whole.getFixtureId());
            Map<Key, Quote> quotes = new LinkedHashMap<>();
            List<Quote> changed = changed(known == null ? Map.of() : known.quotes(), whole, quotes, observedAt);
            now.put(whole.getFixtureId(), new Known(whole, quotes));
            if (!changed.isEmpty()) {
                updates.add(OddsUpdate.newBuilder(whole).setQuotes(changed).build());
            }
        }
        before.forEach((fixture, known) -> {
            if (!now.containsKey(fixture) && !known.quotes().isEmpty()) {
                updates.add(OddsUpdate.newBuilder(known.frame())
                        .setQuotes(known.quotes().values().stream()
                                .map(quote -> gone(quote, observedAt))
                                .toList())
                        .setInPlay(!observedAt.isBefore(known.frame().getKickoffAt()))
                        .setObservedAt(observedAt)
                        .setReceivedAt(receivedAt)
                        .setEmittedAt(emittedAt)
                        .build());
            }
        });
        scopes.put(scope, now);
        return updates;
    }

    private static List<Quote> changed(
            Map<Key, Quote> before, OddsUpdate whole, Map<Key, Quote> now, Instant observedAt) {
        List<Quote> changed = new ArrayList<>();
        for (Quote quote : whole.getQuotes()) {
            Key key = Key.of(quote);
            Quote last = before.get(key);
            boolean older = last != null && quote.getObservedAt().isBefore(last.getObservedAt());
            now.put(key, older ? last : quote);
            if (!older && !quote.equals(last)) {
                changed.add(quote);
            }
        }
        before.forEach((key, quote) -> {
            if (!now.containsKey(key)) {
                changed.add(gone(quote, observedAt));
            }
        });
        return changed;
    }

    /** With its last prices, so that a reader sees what is no longer to be had. */
    private static Quote gone(Quote quote, Instant at) {
        return Quote.newBuilder(quote)
                .setSuspended(true)
                .setObservedAt(at.isAfter(quote.getObservedAt()) ? at : quote.getObservedAt())
                .build();
    }
}
