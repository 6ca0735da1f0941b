package io.touchline.platform.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * One service's schema in Postgres. Connects late: a database that is away fails the call that needs it, not the start. Migrations lie under
 * {@code db/<schema>} and run before the first connection is given out.
 */
public final class Database implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final String schema;
    private final HikariDataSource pool;
    private boolean migrated;

    /**
     * Connects to nothing yet.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param schema the service's own: ingest, odds and so on
     */
    public Database(String url, String user, String password, String schema) {
        this.schema = schema;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("postgres-" + schema);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_LIMIT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("currentSchema", schema + ",public");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", "120");
        this.pool = new HikariDataSource(config);
    }

    /** The schema's name. */
    public String schema() {
        return schema;
    }

    /** Brings the schema to its newest version; does nothing where it is. Called by {@link #connect} too. */
    public synchronized void migrate() {
        if (!migrated) {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .connectRetries(0)
                    .load()
                    .migrate();
            migrated = true;
        }
    }

    /** A pooled connection with the schema as search path; close it. */
    public Connection connect() throws SQLException {
        migrate();
        return pool.getConnection();
    }

    /** Something to do in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; an exception rolls back. */
        T on(Connection connection) throws SQLException, IOException;
    }

    /** Does some work in one transaction. */
    public <T> T inTransaction(Work<T> work) throws SQLException, IOException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Copies rows in bulk on a connection of this database.
     *
     * @param target {@code table (column, …)}
     * @return how many rows
     */
    public static long copy(Connection connection, String target, CopyRows rows) throws SQLException, IOException {
        byte[] bytes = rows.text().getBytes(StandardCharsets.UTF_8);
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN", new ByteArrayInputStream(bytes));
    }

    /** Runs one statement on a connection; returns the rows it touched. */
    public static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Empty where the database answers, else what is wrong; takes ten seconds at most. */
    public String problem() {
        try (Connection connection = connect()) {
            return connection.isValid(5) ? "" : "Postgres does not answer";
        } catch (SQLException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
