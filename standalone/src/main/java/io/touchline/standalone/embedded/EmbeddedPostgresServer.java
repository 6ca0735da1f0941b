package io.touchline.standalone.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL from zonky's binaries; data stay under {@code postgres/data}. Works as root too, through a user namespace.
 *
 * <p>The server detaches itself, so it is known by the process id in its own {@code postmaster.pid}.
 */
final class EmbeddedPostgresServer implements Part {

    private static final String NAME = "postgres";
    private static final String DATABASE = "touchline";
    private static final String USER = "postgres";
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final HomeFolder home;
    private final int port;
    private final Duration wait;
    private @Nullable EmbeddedPostgres server;
    private @Nullable ProcessHandle process;
    private @Nullable Watchdog watchdog;

    EmbeddedPostgresServer(HomeFolder home, int port, Duration wait) {
        this.home = home;
        this.port = port;
        this.wait = wait;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String user() {
        return USER;
    }

    private Path data() {
        return home.folder(NAME).resolve("data");
    }

    @Override
    public void start() {
        endLeftover();
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(home.log(NAME).toFile());
        try {
            Files.deleteIfExists(home.log(NAME));
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.folder("postgres-program").toFile())
                    .setDataDirectory(data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setLocaleConfig("locale", "C")
                    .setPGStartupWait(wait)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("autovacuum_max_workers", "1")
                    .setServerConfig("max_parallel_workers", "1")
                    .setServerConfig("jit", "off")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            ProcessHandle postmaster = findPostmaster()
                    .orElseThrow(() -> new PlatformFailure(
                            "postgres on port " + port + " ended while it started; see " + home.log(NAME)));
            process = postmaster;
            new PidFile(home.pidFile(NAME)).write(postmaster);
            watchdog = Watchdog.over(postmaster.pid());
            createDatabase(server);
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new PlatformFailure(
                    "postgres does not start on port " + port + ": " + e.getMessage() + "; see " + home.log(NAME), e);
        }
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    /** A server of an earlier run that was killed together with its watchdog still holds the data folder. */
    private void endLeftover() {
        findPostmaster().ifPresent(leftover -> PidFile.end(leftover, GRACE));
    }

    private Optional<ProcessHandle> findPostmaster() {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(PidFile::isRunning)
                    .filter(candidate -> candidate.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return process == null ? List.of() : List.of(process);
    }

    @Override
    public void close() {
        if (watchdog != null) {
            watchdog.close();
        }
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                // ended by its process id below
            }
        }
        findPostmaster().ifPresent(left -> PidFile.end(left, GRACE));
        new PidFile(home.pidFile(NAME)).remove();
    }
}
