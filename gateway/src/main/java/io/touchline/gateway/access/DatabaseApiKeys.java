package io.touchline.gateway.access;

import io.touchline.platform.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keys in the table {@code gateway.api_keys}, beside those of this machine's file. Requests never wait for the database: they ask a copy, which is read again in the
 * background at most every half minute, so a new or withdrawn key counts within that. While the database is away, the last copy stands.
 */
public final class DatabaseApiKeys implements ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseApiKeys.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Database database;
    private final ApiKeys local;
    private final InstantSource clock;
    private final AtomicLong readAt;
    private volatile Map<String, ApiKey> copy = Map.of();

    /** @param local asked first */
    public DatabaseApiKeys(Database database, ApiKeys local, InstantSource clock) {
        this.database = database;
        this.local = local;
        this.clock = clock;
        this.readAt = new AtomicLong(clock.millis());
        readAgain();
    }

    @Override
    public Optional<ApiKey> find(String text) {
        Optional<ApiKey> mine = local.find(text);
        if (mine.isPresent()) {
            return mine;
        }
        long last = readAt.get();
        if (clock.millis() - last >= FRESH.toMillis() && readAt.compareAndSet(last, clock.millis())) {
            readAgain();
        }
        return ApiKey.prefixOf(text).map(copy::get).filter(key -> key.matches(text));
    }

    @Override
    public void add(ApiKey key) {
        try {
            database.inTransaction(connection -> insert(connection, key));
            refresh();
        } catch (SQLException e) {
            throw new IllegalStateException("the API key cannot be kept: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int size() {
        return local.size() + copy.size();
    }

    private void readAgain() {
        Mono.fromCallable(this::refresh)
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe(
                        count -> {},
                        e -> LOG.warn(
                                "the API keys in Postgres cannot be read, the last copy stands: {}", e.toString()));
    }

    /** One after the other, so that an older reading never takes the place of a newer one. */
    private synchronized int refresh() throws SQLException {
        copy = read();
        return copy.size();
    }

    private Map<String, ApiKey> read() throws SQLException {
        Map<String, ApiKey> keys = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement question = connection.prepareStatement(
                        "SELECT prefix, hash, name, role, requests_per_minute, created_at FROM gateway.api_keys");
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                ApiKey key = new ApiKey(
                        row.getString("prefix"),
                        row.getString("hash"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getInt("requests_per_minute"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant());
                keys.put(key.prefix(), key);
            }
        }
        return Map.copyOf(keys);
    }

    private static int insert(Connection connection, ApiKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO gateway.api_keys (prefix, hash, name, role, requests_per_minute, created_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, key.prefix());
            statement.setString(2, key.hash());
            statement.setString(3, key.name());
            statement.setString(4, key.role().name());
            statement.setInt(5, key.requestsPerMinute());
            statement.setObject(6, key.createdAt().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}
