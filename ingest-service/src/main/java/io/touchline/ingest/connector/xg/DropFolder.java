package io.touchline.ingest.connector.xg;

import io.touchline.platform.recording.Recordings;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which a vendor's files are put, replaced there, and taken away, with all the folders in it. Each file is read once per content: size and time of change say
 * whether it may be new, a hash whether it is. A file that is being written is left until it rests; one that cannot be read now is tried again at the next scan. What has been read is
 * not remembered across a start: then everything is read again, which also brings back the names that later files leave out.
 */
public final class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".partial", ".filepart", ".swp", "~");

    private final Path folder;
    private final Vendor vendor;
    private final InstantSource clock;
    private final Duration settle;
    private final Choice choice;
    private final Map<Path, Read> read = new HashMap<>();
    private Map<Path, Stamp> before = Map.of();

    /** Which files are wanted, and in which order. */
    public interface Choice {

        /** By the path within the folder, with {@code /}; asked when it is the file's turn. */
        boolean wants(String path);

        /** Lower ones are read first; equal ones by their time of change. */
        int rank(String path);
    }

    /** Takes what is in a file. */
    @FunctionalInterface
    public interface Taker {
        void take(Payload payload) throws PayloadChanged;
    }

    /**
     * What one scan did.
     *
     * @param read files read to their end
     * @param rejected payloads in them that could not be used
     * @param failed files that could not be had
     */
    public record Scan(int read, int rejected, int failed) {}

    private record Stamp(long size, Instant changedAt) {}

    private record Read(Stamp stamp, String hash) {}

    private record Found(Path file, String path, Stamp stamp) {}

    /**
     * Reads nothing yet.
     *
     * @param settle so long a file must have been left alone, by its time of change, or from one scan to the next
     */
    public DropFolder(Path folder, Vendor vendor, InstantSource clock, Duration settle, Choice choice) {
        this.folder = folder;
        this.vendor = vendor;
        this.clock = clock;
        this.settle = settle;
        this.choice = choice;
    }

    /**
     * Reads what is new.
     *
     * @throws SourceUnavailable where there is no such folder
     */
    public Scan scan(Taker taker) throws SourceUnavailable, InterruptedException {
        Map<Path, Stamp> now = new HashMap<>();
        int done = 0;
        int failed = 0;
        int[] rejected = {0};
        for (Found found : list()) {
            now.put(found.file(), found.stamp());
            if (!isResting(found) || isRead(found) || !choice.wants(found.path())) {
                continue;
            }
            try {
                if (read(found, taker, rejected)) {
                    done++;
                }
            } catch (IOException e) {
                failed++;
                LOG.warn("{} cannot be read now: {}", found.file(), e.toString());
            }
        }
        read.keySet().retainAll(now.keySet());
        before = now;
        return new Scan(done, rejected[0], failed);
    }

    private List<Found> list() throws SourceUnavailable {
        if (!Files.isDirectory(folder)) {
            throw new SourceUnavailable("there is no folder " + folder);
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(file -> isOne(file.getFileName().toString()))
                    .<Found>mapMulti((file, found) -> {
                        Stamp stamp = stamp(file);
                        if (stamp != null) {
                            found.accept(new Found(
                                    file, folder.relativize(file).toString().replace('\\', '/'), stamp));
                        }
                    })
                    .sorted(Comparator.comparingInt((Found found) -> choice.rank(found.path()))
                            .thenComparing(found -> found.stamp().changedAt())
                            .thenComparing(Found::path))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new SourceUnavailable("the folder " + folder + " cannot be listed: " + e.getMessage());
        }
    }

    private boolean isOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(lower::endsWith) && vendor.reads(name);
    }

    /** Null for what is no file, or is gone. */
    private static @Nullable Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new Stamp(attributes.size(), attributes.lastModifiedTime().toInstant())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isResting(Found found) {
        return found.stamp().equals(before.get(found.file()))
                || !found.stamp().changedAt().plus(settle).isAfter(clock.instant());
    }

    private boolean isRead(Found found) {
        Read last = read.get(found.file());
        return last != null && last.stamp().equals(found.stamp());
    }

    /** False where the content is the one that was read last, or where it changed meanwhile. */
    private boolean read(Found found, Taker taker, int[] rejected) throws IOException, InterruptedException {
        String hash = hash(found.file());
        Read last = read.get(found.file());
        if (last != null && last.hash().equals(hash)) {
            read.put(found.file(), new Read(found.stamp(), hash));
            return false;
        }
        new Recordings(vendor, payload -> {
                    Instant now = clock.instant();
                    Instant at = payload.observedAt().isAfter(now) ? now : payload.observedAt();
                    try {
                        taker.take(new Payload(payload.body(), at, now, payload.location()));
                    } catch (PayloadChanged e) {
                        rejected[0]++;
                    }
                })
                .read(found.file());
        if (!found.stamp().equals(stamp(found.file()))) {
            return false;
        }
        read.put(found.file(), new Read(found.stamp(), hash));
        return true;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
