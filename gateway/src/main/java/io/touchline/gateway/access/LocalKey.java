package io.touchline.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The administrator's key of this machine, made at the first start and kept in {@code admin.key}, readable by its owner only. */
public final class LocalKey {

    private static final Logger LOG = LoggerFactory.getLogger(LocalKey.class);

    private LocalKey() {}

    /**
     * Reads the key, or makes it where the file is missing or holds one that is not known any more.
     *
     * @return the key
     */
    public static String ensure(Path file, ApiKeys keys, Instant at) {
        try {
            if (Files.exists(file)) {
                String text = Files.readString(file).strip();
                if (keys.find(text).isPresent()) {
                    return text;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        ApiKey.Fresh fresh = ApiKey.create("local administrator", Role.ADMIN, 0, at, new SecureRandom());
        FileApiKeys.write(file, (fresh.text() + "\n").getBytes(StandardCharsets.UTF_8));
        keys.add(fresh.kept());
        LOG.info("made an administrator's API key and kept it in {}", file.toAbsolutePath());
        return fresh.text();
    }
}
