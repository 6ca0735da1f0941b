package io.touchline.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keys in {@code api-keys.json} of the data directory, readable by its owner only. Another process's additions are seen after a restart. */
public final class FileApiKeys implements ApiKeys {

    private static final String OWNER_ONLY = "rw-------";

    private final Path file;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, ApiKey> byPrefix = new LinkedHashMap<>();

    /** Reads the file if it is there; throws {@link IllegalStateException} where it is but cannot be read. */
    public FileApiKeys(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                json.readValue(Files.readAllBytes(file), new TypeReference<List<ApiKey>>() {})
                        .forEach(key -> byPrefix.put(key.prefix(), key));
            } catch (IOException | JacksonException e) {
                throw new IllegalStateException("the API keys in " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public synchronized Optional<ApiKey> find(String text) {
        return ApiKey.prefixOf(text).map(byPrefix::get).filter(key -> key.matches(text));
    }

    @Override
    public synchronized void add(ApiKey key) {
        byPrefix.put(key.prefix(), key);
        write(file, json.writeValueAsBytes(List.copyOf(byPrefix.values())));
    }

    @Override
    public synchronized int size() {
        return byPrefix.size();
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    static void write(Path file, byte[] content) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
            Files.createDirectories(folder);
            Path fresh = folder.resolve(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly());
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }
}
