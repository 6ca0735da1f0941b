package io.touchline.odds;

import io.touchline.odds.book.BadQuotes;
import io.touchline.odds.book.BookRules;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.book.PriceBooks;
import io.touchline.platform.reject.Rejections;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.OddsUpdate;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts each update into its fixture's book and passes on snapshots of changed books, with the book's own time as the record's, at the {@link Pace} that is set. A change that was stored and not yet
 * told when a task ended is told when it begins again.
 */
final class KeepLatestQuote implements Processor<String, OddsUpdate, String, MarketSnapshot> {

    /** How often it is looked at what is due. */
    static final Duration LOOK = Duration.ofMillis(5);

    /** Between two rounds of telling, so many times what the last ones of all tasks of the thread took belongs to updates. */
    private static final int UPDATES_SHARE = 4;

    /** What the last rounds of a thread's tasks took together, in nanoseconds of the processor. */
    private static final ThreadLocal<long[]> ROUNDS_OF_THREAD = ThreadLocal.withInitial(() -> new long[1]);

    /** Books changed so shortly before the newest one may have been stored and not told; a snapshot that comes again spoils nothing. */
    private static final Duration MAYBE_UNTOLD = Duration.ofMinutes(5);

    private static final double NANOS_A_MILLI = 1e6;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is the same for every partition. */
    record Parts(
            BookRules rules,
            Duration keptAfterKickoff,
            Snapshots snapshots,
            Pace pace,
            Rejections rejections,
            OddsMeters meters) {}

    private final Parts parts;
    private final DueFixtures due;
    private @Nullable ProcessorContext<String, MarketSnapshot> context;
    private @Nullable PriceBooks books;
    private long nextRound;
    private long lastRound;

    KeepLatestQuote(Parts parts) {
        this.parts = parts;
        this.due = new DueFixtures(parts.pace());
    }

    @Override
    public void init(ProcessorContext<String, MarketSnapshot> itsContext) {
        context = itsContext;
        KeyValueStore<String, byte[]> store = itsContext.getStateStore(OddsTopology.PRICE_BOOK_BY_FIXTURE);
        PriceBooks all = new PriceBooks(store, parts.keptAfterKickoff().toMillis());
        books = all;
        if (!parts.pace().eachChange()) {
            all.changedLately(MAYBE_UNTOLD.toMillis()).forEach(due::add);
            itsContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> tellWhatIsDue(itsContext, all, now));
        }
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
        String fixtureId = record.key();
        PriceBook book = all.of(fixtureId);
        try {
            if (!book.accept(update, parts.rules(), rejections(update, here))) {
                parts.meters().unchanged();
                return;
            }
            parts.meters().changed();
            long now = here.currentSystemTimeMs();
            if (parts.pace().eachChange() || due.changed(fixtureId, book.priceMoved(), now)) {
                MarketSnapshot snapshot = parts.snapshots().of(fixtureId, book);
                all.put(fixtureId, book, here.currentStreamTimeMs());
                tell(here, snapshot, now);
            } else {
                parts.snapshots().noteOpenings(book);
                all.put(fixtureId, book, here.currentStreamTimeMs());
            }
        } catch (RuntimeException e) {
            all.forget(fixtureId);
            throw e;
        }
    }

    private void tellWhatIsDue(ProcessorContext<String, MarketSnapshot> here, PriceBooks all, long now) {
        if (now < nextRound) {
            return;
        }
        List<String> fixtures = due.take(now);
        if (fixtures.isEmpty()) {
            return;
        }
        // of the processor, not of the wall: waiting for the broker or for a busy machine is no work
        long began = THREADS.getCurrentThreadCpuTime();
        for (String fixtureId : fixtures) {
            if (all.holds(fixtureId)) {
                tell(here, parts.snapshots().of(fixtureId, all.of(fixtureId)), now);
            }
        }
        due.tidy(now);
        noteRound(THREADS.getCurrentThreadCpuTime() - began);
        nextRound = now + Math.round(UPDATES_SHARE * ROUNDS_OF_THREAD.get()[0] / NANOS_A_MILLI);
    }

    private void noteRound(long took) {
        ROUNDS_OF_THREAD.get()[0] += took - lastRound;
        lastRound = took;
    }

    @Override
    public void close() {
        noteRound(0);
    }

    private void tell(ProcessorContext<String, MarketSnapshot> here, MarketSnapshot snapshot, long now) {
        if (!parts.pace().eachChange()) {
            due.told(snapshot.getFixtureId(), now);
        }
        parts.meters().told(snapshot);
        here.forward(new Record<>(
                snapshot.getFixtureId(), snapshot, snapshot.getAsOf().toEpochMilli()));
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
                        List.of(),
                        quote.getObservedAt());
    }
}
