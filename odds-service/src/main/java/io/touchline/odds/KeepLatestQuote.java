package io.touchline.odds;

import io.touchline.odds.book.BadQuotes;
import io.touchline.odds.book.BookRules;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.book.PriceBooks;
import io.touchline.platform.reject.Rejections;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.OddsUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Puts each update into its fixture's book and, where that changed the book, passes on a snapshot with the book's own time as the record's. */
final class KeepLatestQuote implements Processor<String, OddsUpdate, String, MarketSnapshot> {

    /** What is the same for every partition. */
    record Parts(
            BookRules rules,
            Duration keptAfterKickoff,
            Snapshots snapshots,
            Rejections rejections,
            OddsMeters meters) {}

    private final Parts parts;
    private @Nullable ProcessorContext<String, MarketSnapshot> context;
    private @Nullable PriceBooks books;

    KeepLatestQuote(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, MarketSnapshot> itsContext) {
        context = itsContext;
        KeyValueStore<String, byte[]> store = itsContext.getStateStore(OddsTopology.PRICE_BOOK_BY_FIXTURE);
        books = new PriceBooks(store, parts.keptAfterKickoff().toMillis());
    }

    @Override
    public void process(Record<String, OddsUpdate> record) {
        ProcessorContext<String, MarketSnapshot> here = context;
        PriceBooks all = books;
        OddsUpdate update = record.value();
        if (here == null || all == null) {
            throw new IllegalStateException("a record before init");
        }
        if (update == null) {
            return;
        }
        PriceBook book = all.of(record.key());
        try {
            if (!book.accept(update, parts.rules(), rejections(update, here))) {
                parts.meters().unchanged();
                return;
            }
            MarketSnapshot snapshot = parts.snapshots().of(record.key(), book);
            all.put(record.key(), book, here.currentStreamTimeMs());
            parts.meters().changed(snapshot);
            here.forward(new Record<>(record.key(), snapshot, book.asOf()));
        } catch (RuntimeException e) {
            all.forget(record.key());
            throw e;
        }
    }

    private BadQuotes rejections(OddsUpdate update, ProcessorContext<String, MarketSnapshot> here) {
        return (reason, detail, quote) -> parts.rejections()
                .reject(
                        update.getSource(),
                        reason,
                        detail,
                        here.recordMetadata()
                                .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                                .orElse(OddsTopology.PRICE_BOOK_BY_FIXTURE),
                        quote.toString().getBytes(StandardCharsets.UTF_8),
                        java.util.List.of(),
                        quote.getObservedAt());
    }
}
