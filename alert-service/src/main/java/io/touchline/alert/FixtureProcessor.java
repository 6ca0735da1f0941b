package io.touchline.alert;

import io.touchline.alert.life.FixtureBook;
import io.touchline.alert.rule.FreshPriceRule;
import io.touchline.schema.Prediction;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Opens a fixture's book for one record, lets it answer, tells the events and puts the book back. Events are told before the book is stored: a crash in between repeats them with the same ids and
 * sequences rather than losing them.
 *
 * @param <V> the record
 */
final class FixtureProcessor<V> implements Processor<String, V, String, ValueAlert> {

    /** A fixture's book: prices, match, consensus, alerts, result. */
    static final String BOOKS = "book-by-fixture";
    /** A fixture's newest prediction, apart because it is large and changes less often. */
    static final String PREDICTIONS = "prediction-by-fixture";
    /** When a fixture with open alerts must be looked at though no record comes. */
    static final String DEADLINES = "deadline-by-fixture";

    /** What a record does to its fixture's book. */
    @FunctionalInterface
    interface Step<V> {
        List<ValueAlert> apply(FixtureBook book, V value, Desk desk);
    }

    /** The fixture's newest prediction within reach of a step. */
    interface Desk {
        /** Null where there is none. */
        @Nullable Prediction prediction();

        /** Keeps it. */
        void keep(Prediction prediction);
    }

    /**
     * Looking at fixtures as time passes.
     *
     * @param interval between looks, of the stream's time and of the wall's
     * @param clock what time it is on a quiet stream
     * @param down which sources are down now: with another one, every fixture with open alerts is looked at
     * @param step what the passing of time does to a book
     */
    record Watch(Duration interval, InstantSource clock, Supplier<Set<String>> down, Step<Instant> step) {}

    private final Step<V> step;
    private final FreshPriceRule fresh;
    private final Optional<Watch> watch;
    private @Nullable ProcessorContext<String, ValueAlert> context;
    private @Nullable KeyValueStore<String, FixtureBook> books;
    private @Nullable KeyValueStore<String, Prediction> predictions;
    private @Nullable KeyValueStore<String, Long> deadlines;
    /** Sources that were down at the last look. */
    private Set<String> down = Set.of();

    FixtureProcessor(Step<V> step, FreshPriceRule fresh, Optional<Watch> watch) {
        this.step = step;
        this.fresh = fresh;
        this.watch = watch;
    }

    @Override
    public void init(ProcessorContext<String, ValueAlert> given) {
        context = given;
        books = given.getStateStore(BOOKS);
        predictions = given.getStateStore(PREDICTIONS);
        deadlines = given.getStateStore(DEADLINES);
        watch.ifPresent(each -> {
            given.schedule(
                    each.interval(), PunctuationType.STREAM_TIME, time -> look(each, Instant.ofEpochMilli(time)));
            given.schedule(
                    each.interval(),
                    PunctuationType.WALL_CLOCK_TIME,
                    wall -> look(each, each.clock().instant()));
        });
    }

    @Override
    public void process(Record<String, V> record) {
        if (record.key() != null && record.value() != null) {
            answer(step, record.key(), record.value());
        }
    }

    private <T> void answer(Step<T> toDo, String fixtureId, T value) {
        if (context == null || books == null || predictions == null || deadlines == null) {
            throw new IllegalStateException("the processor is not initialised");
        }
        FixtureBook kept = books.get(fixtureId);
        FixtureBook book = kept == null ? new FixtureBook(fixtureId) : kept;
        KeyValueStore<String, Prediction> store = predictions;
        List<ValueAlert> events = toDo.apply(book, value, new Desk() {
            @Override
            public @Nullable Prediction prediction() {
                return store.get(fixtureId);
            }

            @Override
            public void keep(Prediction prediction) {
                store.put(fixtureId, prediction);
            }
        });
        for (ValueAlert event : events) {
            context.forward(new Record<>(fixtureId, event, event.getAt().toEpochMilli()));
        }
        books.put(fixtureId, book);
        Optional<Instant> deadline = book.deadline(fresh);
        Long known = deadlines.get(fixtureId);
        if (deadline.isPresent() && (known == null || known != deadline.get().toEpochMilli())) {
            deadlines.put(fixtureId, deadline.get().toEpochMilli());
        } else if (deadline.isEmpty() && known != null) {
            deadlines.delete(fixtureId);
        }
    }

    private void look(Watch toDo, Instant now) {
        if (deadlines == null) {
            return;
        }
        Set<String> downNow = toDo.down().get();
        boolean everywhere = !down.containsAll(downNow);
        down = downNow;
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = deadlines.all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> each = all.next();
                if (everywhere || each.value < now.toEpochMilli()) {
                    due.add(each.key);
                }
            }
        }
        due.forEach(fixtureId -> answer(toDo.step(), fixtureId, now));
    }
}
