package io.touchline.alert.archive;

import io.touchline.alert.stake.Bankroll;
import io.touchline.platform.store.Database;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the ledger's money down from time to time, where it changed. The ledger's store is the truth; a time at which Postgres is away leaves a gap in the table and nothing else. */
public final class BankrollArchive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BankrollArchive.class);

    private static final String UPSERT = """
            INSERT INTO bankroll (changed_at, amount, open, placed, settled) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (changed_at) DO UPDATE SET amount = EXCLUDED.amount, open = EXCLUDED.open, placed = EXCLUDED.placed, settled = EXCLUDED.settled
            """;

    private final Database database;
    private final Supplier<Optional<Bankroll>> ledger;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bankroll-archive");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Bankroll written;

    /** Starts nothing yet. */
    public BankrollArchive(Database database, Supplier<Optional<Bankroll>> ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Begins to look. */
    public BankrollArchive start(Duration interval) {
        timer.scheduleWithFixedDelay(this::write, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void write() {
        try {
            Bankroll now = ledger.get().orElse(null);
            if (now == null || now.equals(written)) {
                return;
            }
            database.inTransaction(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                    statement.setObject(1, now.changedAt().atOffset(ZoneOffset.UTC));
                    statement.setDouble(2, now.amount());
                    statement.setDouble(3, now.open());
                    statement.setInt(4, now.placed());
                    statement.setInt(5, now.settled());
                    return statement.executeUpdate();
                }
            });
            written = now;
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("the bankroll could not be written and will be again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
