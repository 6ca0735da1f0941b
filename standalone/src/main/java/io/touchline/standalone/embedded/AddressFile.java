package io.touchline.standalone.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Tells other processes of this machine where the platform of a home folder is reached while it runs: {@code run/addresses}. */
public final class AddressFile {

    private final Path file;
    private final Path lock;

    private AddressFile(Path home) {
        this.file = home.resolve("run/addresses");
        this.lock = home.resolve("run/holder");
    }

    /** The file of a home folder, whether it is there or not. */
    public static AddressFile of(Path home) {
        return new AddressFile(home);
    }

    void write(PlatformAddresses addresses) {
        Properties lines = new Properties();
        lines.setProperty("bootstrap", addresses.bootstrap());
        lines.setProperty("registry-url", addresses.registryUrl());
        lines.setProperty("postgres-url", addresses.postgresUrl());
        lines.setProperty("postgres-user", addresses.postgresUser());
        lines.setProperty("postgres-password", addresses.postgresPassword());
        lines.setProperty("redis-url", addresses.redisUrl());
        save(lines);
    }

    /** Adds the gateway's address once it answers. */
    public void addGateway(String url) {
        Properties lines = load();
        lines.setProperty("gateway-url", url);
        save(lines);
    }

    /** The addresses, if the process that wrote them still lives. */
    public Optional<PlatformAddresses> find() {
        if (!Files.exists(file) || !holderLives()) {
            return Optional.empty();
        }
        Properties lines = load();
        return Optional.of(new PlatformAddresses(
                lines.getProperty("bootstrap", ""),
                lines.getProperty("registry-url", ""),
                lines.getProperty("postgres-url", ""),
                lines.getProperty("postgres-user", ""),
                lines.getProperty("postgres-password", ""),
                lines.getProperty("redis-url", "")));
    }

    /** The gateway's address, if one runs. */
    public Optional<String> findGateway() {
        return Files.exists(file) && holderLives()
                ? Optional.ofNullable(load().getProperty("gateway-url"))
                : Optional.empty();
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holderLives() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(lock).strip()))
                    .filter(PidFile::isRunning)
                    .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private Properties load() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private void save(Properties lines) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
