package io.touchline.bench.path;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.schema.serde.TopicSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The vectors of whole files, association after association: those know nothing of each other, so several run side by side, each in event-time order. Only the lines of the associations that are
 * under way are in memory.
 */
public final class HistoryVectors {

    /**
     * What was done.
     *
     * @param matches lines that were told
     * @param vectors that came of them
     * @param repeated of these, those that were there before and were not stored again
     * @param seconds from the first file to the last vector
     */
    public record Report(int matches, long vectors, long repeated, double seconds) {}

    /** Told how many matches are done. */
    @FunctionalInterface
    public interface Progress {
        void at(int matches);
    }

    private final HistoryReader reader;
    private final SchemaRegistry registry;
    private final int threads;
    private final Progress progress;

    /** @param threads how many associations run side by side, 1 or more */
    public HistoryVectors(HistoryReader reader, SchemaRegistry registry, int threads, Progress progress) {
        this.reader = reader;
        this.registry = registry;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Makes them.
     *
     * @param stored {@link Emitted#key} of vectors that are there already, of a run that did not come to its end
     * @param store takes each of the others; called by several threads
     * @throws IOException where a file cannot be read
     */
    public Report run(Collection<Path> files, Set<String> stored, Consumer<Emitted> store)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        AtomicInteger matches = new AtomicInteger();
        AtomicLong vectors = new AtomicLong();
        AtomicLong repeated = new AtomicLong();
        TopicSerde<FeatureVector> serde = new TopicSerde<>(Topics.FEATURE_VECTORS, registry);
        Consumer<FeatureVector> once = vector -> {
            vectors.incrementAndGet();
            if (stored.contains(
                    Emitted.key(vector.getFixtureId(), vector.getAsOf().toEpochMilli()))) {
                repeated.incrementAndGet();
            } else {
                store.accept(Emitted.of(vector, serde.bytes(vector)));
            }
        };
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (List<Path> association : largestFirst(files)) {
                running.add(workers.submit(() -> {
                    run(association, stored, once, matches);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            running.forEach(one -> one.cancel(true));
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("history does not come through: " + e.getCause(), e.getCause());
        }
        return new Report(matches.get(), vectors.get(), repeated.get(), (System.nanoTime() - began) / 1e9);
    }

    private void run(List<Path> files, Set<String> stored, Consumer<FeatureVector> store, AtomicInteger matches)
            throws IOException, InterruptedException {
        List<HistoryRow> rows = new ArrayList<>();
        for (Path file : files) {
            rows.addAll(reader.read(file).rows());
        }
        HistorySource source = HistorySource.replayed();
        try (StraightPath path = new StraightPath(Map.of(), rejected -> {}, store)) {
            for (HistoryMoment moment : HistoryMoment.of(rows)) {
                boolean result = moment.kind() == Kind.RESULT;
                if (result || !isDone(moment.row(), stored)) {
                    source.tell(moment.row(), moment.kind(), path);
                }
                if (result && matches.incrementAndGet() % 500 == 0) {
                    progress.at(matches.get());
                    if (Thread.interrupted()) {
                        throw new InterruptedException("asked to end");
                    }
                }
            }
        }
    }

    /** Whether the last vector of a match is there, after which none comes. */
    private static boolean isDone(HistoryRow row, Set<String> stored) {
        return !stored.isEmpty()
                && stored.contains(
                        Emitted.key(row.fixtureId().value(), row.closingAt().toEpochMilli()))
                && (OddsRows.replayed().opening(row).isEmpty()
                        || stored.contains(Emitted.key(
                                row.fixtureId().value(), row.openingAt().toEpochMilli())));
    }

    private static List<List<Path>> largestFirst(Collection<Path> files) {
        Map<String, List<Path>> byAssociation = new TreeMap<>();
        for (Path file : files) {
            byAssociation
                    .computeIfAbsent(association(file), association -> new ArrayList<>())
                    .add(file);
        }
        return byAssociation.values().stream()
                .sorted(Comparator.comparingLong(HistoryVectors::bytes).reversed())
                .toList();
    }

    private static String association(Path file) {
        String name = String.valueOf(file.getFileName());
        String code = name.substring(0, Math.max(0, name.indexOf('_')));
        return Competitions.findByDivision(code).map(Competition::association).orElse("soccer/" + code);
    }

    private static long bytes(List<Path> files) {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += java.nio.file.Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }
}
