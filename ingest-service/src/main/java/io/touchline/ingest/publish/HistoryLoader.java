package io.touchline.ingest.publish;

import io.touchline.ingest.connector.footballdata.IngestRows;
import io.touchline.ingest.normalise.ContentHash;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.RecordSender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads files of football-data.co.uk into the topics and Postgres. Every line ends as loaded, unchanged or rejected; a second load of the same files loads nothing. While one
 * batch of files is written, the next one is read.
 *
 * <p>Without a database nothing is known of earlier loads, so that every match counts as loaded; the topics are compacted and end the same.
 */
public final class HistoryLoader {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoader.class);

    /** Rows after which a batch is written: large enough that a transaction costs little, small enough for memory. */
    private static final int BATCH_ROWS = 5_000;

    private final HistoryReader reader;
    private final TeamDirectory directory;
    private final RecordSender sender;
    private final Optional<HistoryStore> store;
    private final Rejections rejections;
    private final InstantSource clock;

    /**
     * @param sender of fixtures and results; not closed here
     * @param database schema {@code ingest}; empty for topics alone; not closed here
     */
    public HistoryLoader(
            TeamDirectory directory,
            RecordSender sender,
            Optional<Database> database,
            Rejections rejections,
            InstantSource clock) {
        this(directory, sender, database, rejections, clock, XgHistory.NONE);
    }

    /**
     * @param sender of fixtures and results; not closed here
     * @param database schema {@code ingest}; empty for topics alone; not closed here
     * @param xg expected goals that the results take with them
     */
    public HistoryLoader(
            TeamDirectory directory,
            RecordSender sender,
            Optional<Database> database,
            Rejections rejections,
            InstantSource clock,
            XgHistory xg) {
        this.directory = directory;
        this.reader = new HistoryReader(directory, clock, xg);
        this.sender = sender;
        this.store = database.map(HistoryStore::new);
        this.rejections = rejections;
        this.clock = clock;
    }

    /** Loads files from disk. */
    public LoadReport load(List<Path> files, LoadProgress progress) {
        return load("load-historical", files.stream().map(HistoryInput::of).toList(), progress);
    }

    /**
     * Loads files from anywhere, in the given order: of two files that tell of one match the later one has the last word.
     *
     * @param job its name in the log of loads
     * @throws HistoryLoadException if Kafka or Postgres fail; what was committed before stays, and a repetition goes on from there
     */
    public LoadReport load(String job, List<? extends HistoryInput> inputs, LoadProgress progress) {
        Instant startedAt = clock.instant();
        long startNanos = System.nanoTime();
        LoadCount count = new LoadCount();
        try (ExecutorService writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("history-writer").daemon().factory())) {
            if (store.isPresent()) {
                store.get().writeReference(directory);
            }
            loadBatches(inputs, count, progress, writer);
            LoadReport report = report(count, startNanos);
            log(job, startedAt, report, null);
            LOG.info(
                    "{}: {} files, {} rows: {} loaded, {} unchanged, rejected {}",
                    job,
                    report.files(),
                    report.rows(),
                    report.loaded(),
                    report.unchanged(),
                    report.rejected());
            return report;
        } catch (IOException | SQLException | RuntimeException e) {
            log(job, startedAt, report(count, startNanos), String.valueOf(e.getMessage()));
            throw new HistoryLoadException("the load of history stopped: " + e.getMessage(), e);
        }
    }

    private void loadBatches(
            List<? extends HistoryInput> inputs, LoadCount count, LoadProgress progress, ExecutorService writer)
            throws IOException, SQLException {
        Future<?> writing = writer.submit(() -> {});
        LoadBatch batch = new LoadBatch();
        int filesDone = 0;
        for (HistoryInput input : inputs) {
            batch.add(read(input));
            filesDone++;
            if (batch.rows() >= BATCH_ROWS || filesDone == inputs.size()) {
                await(writing);
                LoadBatch full = batch;
                writing = writer.submit(() -> {
                    write(full, count);
                    return null;
                });
                batch = new LoadBatch();
            }
            progress.at(filesDone, inputs.size(), count.rows());
        }
        await(writing);
        progress.at(filesDone, inputs.size(), count.rows());
    }

    private LoadedInput read(HistoryInput input) {
        byte[] bytes;
        try {
            bytes = input.bytes();
        } catch (IOException e) {
            return LoadedInput.unreadable(input.name(), String.valueOf(e.getMessage()));
        }
        return LoadedInput.of(reader.read(input.name(), bytes), new ContentHash().of(bytes));
    }

    /** Compares with what is there, sends what is new, waits until Kafka has it, then commits to Postgres: whatever Postgres knows is on the topics. */
    private void write(LoadBatch batch, LoadCount count) throws SQLException, IOException {
        Instant now = clock.instant();
        BatchWriter written = new BatchWriter(store, sender, rejections, IngestRows.replayed(), now);
        written.write(batch);
        count.add(written, batch);
    }

    private static void await(Future<?> writing) throws IOException, SQLException {
        try {
            writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException sql -> throw sql;
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static LoadReport report(LoadCount count, long startNanos) {
        return count.report(Duration.ofNanos(System.nanoTime() - startNanos));
    }

    private void log(String job, Instant startedAt, LoadReport report, @Nullable String error) {
        if (store.isEmpty()) {
            return;
        }
        try {
            store.get().log(IngestRows.SOURCE, job, startedAt, report, error);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the log of loads could not be written: {}", e.toString());
        }
    }
}
