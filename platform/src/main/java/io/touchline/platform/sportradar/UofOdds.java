package io.touchline.platform.sportradar;

import io.touchline.domain.odds.DecimalOdds;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The odds of the feed as quotes of one bookmaker. A message brings whole markets, but only those that changed; what was said last of every market is kept, so that
 * a stop of betting or a change of status alone suspends it with its last prices. While a producer is down, all that it tells is told as suspended; once its recovery is complete,
 * what it said last holds again. An older word about a market never overrides a newer one. For one thread.
 */
final class UofOdds {

    static final String BOOKMAKER = "sportradar";

    private static final int REMEMBERED = 5_000;
    private static final String ACTIVE = "1";
    private static final String HANDED_OVER = "-2";

    private final Map<String, Map<UofMarket, Held>> byEvent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<UofMarket, Held>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What was said last of a market, and by which producer. */
    private record Held(Quote quote, String product) {}

    /**
     * Whose word a message is.
     *
     * @param product the producer
     * @param down whether that producer cannot be trusted yet
     * @param at its clock
     */
    record Word(String product, boolean down, Instant at) {}

    /** The markets of one {@code odds_change}. */
    void change(FixtureRef ref, List<JsonNode> markets, Word word, @Nullable Boolean inPlay, EventSink sink) {
        Map<UofMarket, Held> held = byEvent.computeIfAbsent(ref.vendorId(), unused -> new LinkedHashMap<>());
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode market : markets) {
            String place =
                    ref.vendorId() + " market " + Tree.word(market, "id") + ' ' + Tree.word(market, "specifiers");
            try {
                Quote quote = quote(ref, market, held, word, place.strip(), sink);
                if (quote != null) {
                    quotes.add(word.down() ? suspended(quote, word.at()) : quote);
                }
            } catch (Unusable e) {
                sink.rejected(e.reason(), e.detail(), place.strip(), bytes(market), ref);
            }
        }
        tell(ref, quotes, inPlay, word.at(), sink);
    }

    /** Nothing of an event can be bet on until its markets are told again. */
    void stop(FixtureRef ref, Instant observedAt, EventSink sink) {
        Map<UofMarket, Held> held = byEvent.get(ref.vendorId());
        if (held == null) {
            return;
        }
        List<Quote> quotes = new ArrayList<>();
        held.replaceAll((market, last) -> {
            if (last.quote().getSuspended() || last.quote().getObservedAt().isAfter(observedAt)) {
                return last;
            }
            Quote quote = suspended(last.quote(), observedAt);
            quotes.add(quote);
            return new Held(quote, last.product());
        });
        tell(ref, quotes, null, observedAt, sink);
    }

    /** Nothing that a producer told can be bet on. */
    void down(String product, Instant at, Function<String, FixtureRef> events, EventSink sink) {
        all(product, at, events, quote -> suspended(quote, later(quote, at)), sink);
    }

    /** What a producer told last holds again, from the moment that its suspension was told for. */
    void up(String product, Instant downSince, Instant at, Function<String, FixtureRef> events, EventSink sink) {
        all(
                product,
                at,
                events,
                quote -> Quote.newBuilder(quote)
                        .setObservedAt(later(quote, downSince))
                        .build(),
                sink);
    }

    /** A word about a quote is no older than the quote, whatever the clocks show. */
    private static Instant later(Quote quote, Instant at) {
        return quote.getObservedAt().isAfter(at) ? quote.getObservedAt() : at;
    }

    private void all(
            String product,
            Instant at,
            Function<String, FixtureRef> events,
            UnaryOperator<Quote> change,
            EventSink sink) {
        byEvent.forEach((event, held) -> {
            List<Quote> quotes = held.values().stream()
                    .filter(last ->
                            product.equals(last.product()) && !last.quote().getSuspended())
                    .map(last -> change.apply(last.quote()))
                    .toList();
            tell(events.apply(event), quotes, null, at, sink);
        });
    }

    private static Quote suspended(Quote quote, Instant at) {
        return Quote.newBuilder(quote).setSuspended(true).setObservedAt(at).build();
    }

    private static void tell(
            FixtureRef ref, List<Quote> quotes, @Nullable Boolean inPlay, Instant observedAt, EventSink sink) {
        if (!quotes.isEmpty()) {
            sink.event(new OddsSeen(ref, observedAt, inPlay, quotes, false, "", null));
        }
    }

    private static @Nullable Quote quote(
            FixtureRef ref, JsonNode market, Map<UofMarket, Held> held, Word word, String place, EventSink sink)
            throws Unusable {
        String id = JsonFields.neededText(market, "id");
        List<JsonNode> outcomes = Tree.items(market, "outcome", "outcome");
        UofMarket ours = UofMarket.of(id, Tree.word(market, "specifiers"), ref.sport());
        int prices = (int) outcomes.stream().filter(each -> each.has("odds")).count();
        if (ours == null) {
            if (prices > 0) {
                throw new Unusable(
                        RejectReason.UNKNOWN_MARKET,
                        "market " + id + ": one that we do not read, " + prices + " prices");
            }
            return null;
        }
        String status = Tree.word(market, "status");
        if (!status.isEmpty() && !status.matches("-[1-4]|[01]")) {
            throw new Unusable(
                    RejectReason.VALUE_OUT_OF_RANGE, "status " + status + " of a market, " + prices + " prices");
        }
        Held last = held.get(ours);
        if (status.equals(HANDED_OVER) && last != null && !last.product().equals(word.product())) {
            return null;
        }
        if (last != null && word.at().isBefore(last.quote().getObservedAt())) {
            throw new Unusable(
                    RejectReason.OUT_OF_ORDER, "a newer word about the market is known, " + prices + " prices");
        }
        boolean open = status.equals(ACTIVE) || status.isEmpty();
        List<Price> read = new ArrayList<>();
        for (JsonNode outcome : outcomes) {
            try {
                Price price = price(ours, outcome, open);
                if (price != null) {
                    read.add(price);
                }
            } catch (Unusable e) {
                sink.rejected(e.reason(), e.detail(), place, bytes(outcome), ref);
            }
        }
        if (outcomes.isEmpty() || (!open && read.isEmpty())) {
            if (last == null && open) {
                return null;
            }
            read = last == null ? List.of() : last.quote().getPrices();
        }
        Quote quote = Quote.newBuilder()
                .setBookmaker(BOOKMAKER)
                .setMarket(ours.type().name())
                .setLine(ours.line())
                .setSuspended(!open || read.isEmpty())
                .setPrices(read)
                .setObservedAt(word.at())
                .build();
        held.put(ours, new Held(quote, word.product()));
        return quote;
    }

    private static @Nullable Price price(UofMarket market, JsonNode outcome, boolean open) throws Unusable {
        String id = JsonFields.neededText(outcome, "id");
        boolean offered = !Tree.word(outcome, "active").equals("0");
        String odds = Tree.word(outcome, "odds");
        if (odds.isEmpty()) {
            if (offered && open && !outcome.has("probabilities")) {
                throw new Unusable(RejectReason.MISSING_FIELD, "outcome " + id + " without odds");
            }
            return null;
        }
        String selection = market.selections().get(id);
        if (selection == null) {
            throw new Unusable(RejectReason.UNKNOWN_MARKET, "outcome " + id + " of " + market.type() + ", 1 price");
        }
        double decimal;
        try {
            decimal = Double.parseDouble(odds);
        } catch (NumberFormatException e) {
            decimal = Double.NaN;
        }
        if (!DecimalOdds.isValid(decimal)) {
            throw new Unusable(
                    RejectReason.ODDS_OUT_OF_RANGE,
                    market.type() + " " + selection + ": odds must be above 1.0 but were " + odds);
        }
        if (open && !offered) {
            throw new Unusable(
                    RejectReason.NOT_ON_OFFER, market.type() + " " + selection + " at " + odds + " is not active");
        }
        return Price.newBuilder().setSelection(selection).setBackOdds(decimal).build();
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
