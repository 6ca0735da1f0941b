package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.ChangeTape;
import io.touchline.odds.connector.betfair.book.MarketBook;
import io.touchline.odds.connector.betfair.book.MarketBooks;
import io.touchline.odds.connector.betfair.book.MarketDefinition;
import io.touchline.odds.connector.betfair.book.RunnerBook;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.BookSeen;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of a stream, one after the other: changes go into the books, and what they changed is told. For one thread. */
final class StreamMessages {

    private static final int BEST = 3;
    private static final int UPSTREAM_IS_LATE = 503;

    private final BetfairNames names;
    private final MarketBooks books = new MarketBooks();
    private final MarketSettlements settlements;
    private boolean late;

    private record Of(FixtureRef fixture, boolean inPlay) {}

    StreamMessages(BetfairNames names) {
        this(names, new MarketSettlements(names));
    }

    StreamMessages(BetfairNames names, MarketSettlements settlements) {
        this.names = names;
        this.settlements = settlements;
    }

    MarketSettlements settlements() {
        return settlements;
    }

    /** The connection was cut. */
    void cut() {
        books.cut();
        late = false;
    }

    /** The book of a market, for the answers of the REST interface; null where there is none. */
    @Nullable MarketBook book(String marketId) {
        return books.find(marketId);
    }

    /** Any message with an {@code op}. */
    void read(ChangeTape tape, Payload payload, EventSink sink) throws PayloadChanged {
        String op = tape.op() == null ? "" : tape.op();
        switch (op) {
            case "mcm" -> changes(tape, payload, sink);
            case "connection" -> {
                // the server greets
            }
            case "status" -> status(tape, sink);
            case "ocm" -> notOurs("orders (ocm) of an account", sink);
            case "rcm" -> notOurs("positions in a race (rcm)", sink);
            case "ccm" -> notOurs("cricket scores (ccm)", sink);
            default -> notOurs("messages of kind " + shortened(op), sink);
        }
    }

    private static void notOurs(String what, EventSink sink) {
        sink.rejected(RejectReason.UNKNOWN_MESSAGE, what + " are not read", "", null, null);
    }

    private static void status(ChangeTape tape, EventSink sink) {
        if (!"SUCCESS".equals(tape.statusCode())) {
            sink.rejected(
                    RejectReason.VENDOR_ERROR,
                    "%s %s: %s".formatted(tape.statusCode(), tape.errorCode(), tape.errorMessage()),
                    "",
                    null,
                    null);
        }
    }

    private void changes(ChangeTape tape, Payload payload, EventSink sink) throws PayloadChanged {
        Instant at = tape.publishedAt() > 0 ? Instant.ofEpochMilli(tape.publishedAt()) : payload.observedAt();
        boolean nowLate = tape.status() == UPSTREAM_IS_LATE;
        if (nowLate != late) {
            late = nowLate;
            sink.event(new FeedSeen(at, !nowLate, nowLate ? "Betfair's own feed is late (status 503)" : ""));
        }
        if (tape.markets() == 0 && tape.changeType() == null && tape.status() == 0) {
            throw JsonPayload.unusable(RejectReason.MISSING_FIELD, "a change without markets (mc)", payload, sink);
        }
        if (!books.begin(tape)) {
            if (tape.markets() > 0) {
                sink.rejected(
                        RejectReason.WITHOUT_IMAGE,
                        "a message of subscription " + tape.subscription() + ", which is over",
                        "",
                        null,
                        null);
            }
            return;
        }
        for (int market = 0; market < tape.markets(); market++) {
            if (books.apply(tape, market) == MarketBooks.Outcome.WITHOUT_IMAGE) {
                String id = tape.marketId(market);
                sink.rejected(
                        RejectReason.WITHOUT_IMAGE,
                        "a change to market " + id + ", of which no image came",
                        id,
                        id.getBytes(StandardCharsets.UTF_8),
                        null);
            }
        }
        if (tape.markets() > 0 && books.touched().isEmpty()) {
            throw new PayloadChanged("changes without an image from " + payload.location());
        }
        tell(at, sink);
    }

    private void tell(Instant at, EventSink sink) {
        Map<Of, List<Quote>> quotes = new LinkedHashMap<>();
        List<MarketBook> touched = books.touched();
        for (int i = 0; i < touched.size(); i++) {
            MarketBook book = touched.get(i);
            MarketState state = state(book);
            books(book, state, at, sink);
            if (state.known() != null) {
                List<Quote> changed = new ArrayList<>();
                MarketQuotes.changed(book, state, at, changed);
                if (!changed.isEmpty()) {
                    quotes.computeIfAbsent(new Of(state.words().fixture(), book.inPlay()), unused -> new ArrayList<>())
                            .addAll(changed);
                }
            }
        }
        quotes.forEach(
                (of, changed) -> sink.event(new OddsSeen(of.fixture(), at, of.inPlay(), changed, false, "", null)));
        for (MarketBook book : touched) {
            settlements.tell(book, state(book), at, sink);
            MarketDefinition definition = book.definition();
            if (definition != null && definition.isClosed()) {
                books.settled(book);
            }
        }
    }

    /** Everything that the latest message changed, whether it is a market of ours or not. */
    private static void books(MarketBook book, MarketState state, Instant at, EventSink sink) {
        for (RunnerBook runner : book.touched()) {
            sink.event(new BookSeen(
                    state.words().fixture(),
                    at,
                    book.id(),
                    Long.toString(runner.id()),
                    runner.handicap(),
                    book.status(),
                    book.inPlay(),
                    runner.status(),
                    book.back(runner, BEST),
                    book.lay(runner, BEST),
                    runner.traded(),
                    runner.lastTraded()));
        }
    }

    private MarketState state(MarketBook book) {
        MarketState before = book.attachment() instanceof MarketState kept ? kept : null;
        if (before != null && before.fits(book.definition(), names.version())) {
            return before;
        }
        MarketWords words = MarketWords.of(book, names);
        MarketState state =
                new MarketState(book.definition(), names.version(), words, KnownMarket.of(book, words, names), before);
        book.attach(state);
        return state;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
