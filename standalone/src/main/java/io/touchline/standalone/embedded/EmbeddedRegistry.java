package io.touchline.standalone.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Apicurio Registry as a child process; speaks the Confluent API under {@code /apis/ccompat/v7}.
 *
 * <p>Unpacked once from its archive. Kafka's data name schemas by id, so the ids must live as long: they are kept in an H2 file
 * that is written through at each commit ({@code docs/decisions/0003}).
 */
final class EmbeddedRegistry implements Part {

    private static final String NAME = "registry";
    private static final String API = "/apis/ccompat/v7";
    private static final Duration ASK = Duration.ofSeconds(5);

    private final HomeFolder home;
    private final Path archive;
    private final int port;
    private final Duration wait;
    private @Nullable ChildProcess child;

    EmbeddedRegistry(HomeFolder home, Path archive, int port, Duration wait) {
        this.home = home;
        this.archive = archive;
        this.port = port;
        this.wait = wait;
    }

    String url() {
        return "http://127.0.0.1:" + port + API;
    }

    @Override
    public void start() {
        Path program = unpacked();
        ChildProcess started = ChildProcess.start(home, NAME, command(program), environment());
        child = started;
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ASK).build()) {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                    .timeout(ASK)
                    .build();
            Readiness.await(
                    NAME,
                    port,
                    started.log(),
                    wait,
                    () -> started.mustBeAlive(port),
                    () -> http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        }
    }

    private static List<String> command(Path program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-jar",
                program.resolve("quarkus-run.jar").toString());
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                // its health and metrics port, which nobody here asks: any free one
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                Map.entry("APICURIO_STORAGE_KIND", "sql"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "h2"),
                Map.entry(
                        "APICURIO_DATASOURCE_URL",
                        "jdbc:h2:file:" + home.folder(NAME).resolve("schemas") + ";WRITE_DELAY=0;FILE_LOCK=FS"),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8"));
    }

    /** The unpacked program; the mark is written last, so that half a program is never taken for a whole. */
    private Path unpacked() {
        try {
            if (!Files.isRegularFile(archive)) {
                throw new PlatformFailure("the schema registry's archive is missing: " + archive + "; build again");
            }
            String version = Files.size(archive) + "-"
                    + Files.getLastModifiedTime(archive).toMillis();
            Path program = home.folder("registry-program");
            Path mark = program.resolve("unpacked-from");
            if (Files.exists(mark) && Files.readString(mark).equals(version)) {
                return program;
            }
            unpack(program);
            Files.writeString(mark, version);
            return program;
        } catch (IOException e) {
            throw new PlatformFailure("cannot unpack " + archive + ": " + e.getMessage(), e);
        }
    }

    private void unpack(Path folder) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return child == null ? List.of() : List.of(child.handle());
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
