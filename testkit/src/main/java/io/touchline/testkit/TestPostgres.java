package io.touchline.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real Postgres, one for all tests of a module; every test takes a database of its own. User {@code postgres}, no password. */
public final class TestPostgres {

    private static @Nullable EmbeddedPostgres shared;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** JDBC URL of a fresh, empty database. */
    public static synchronized String freshUrl() {
        try {
            EmbeddedPostgres postgres = shared;
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
                shared = postgres;
            }
            String name = "test" + DATABASES.incrementAndGet();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the tests' Postgres does not start", e);
        }
    }
}
