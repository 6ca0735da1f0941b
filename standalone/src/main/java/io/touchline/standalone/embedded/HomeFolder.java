package io.touchline.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps everything between starts ({@code var} by default), held by one process at a time.
 *
 * <p>The hold is a lock of the operating system on {@code run/lock}: it ends with the process, also with {@code kill -9}.
 */
final class HomeFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private HomeFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder if need be and takes hold of it; {@link PlatformFailure} where another process has it. */
    static HomeFolder hold(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(home.resolve("run"));
            Files.createDirectories(home.resolve("log"));
            channel = FileChannel.open(
                    home.resolve("run/lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new PlatformFailure("cannot write to " + home + ": " + e.getMessage(), e);
        }
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(home.resolve("run/holder")).strip();
                channel.close();
                throw new PlatformFailure("another touchline (process " + holder + ") is running on " + home
                        + "; stop it or choose another folder with --home");
            }
            Files.writeString(
                    home.resolve("run/holder"),
                    Long.toString(ProcessHandle.current().pid()));
            return new HomeFolder(home, channel);
        } catch (IOException e) {
            throw new PlatformFailure("cannot lock " + home + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path folder() {
        return folder;
    }

    /** A sub-folder, made if need be. */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes sub-folders with everything in them. */
    void forget(String... names) {
        for (String name : names) {
            Path unwanted = folder.resolve(name);
            if (Files.exists(unwanted)) {
                try (Stream<Path> all = Files.walk(unwanted)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                } catch (IOException e) {
                    throw new PlatformFailure("cannot delete " + unwanted + ": " + e.getMessage(), e);
                }
            }
        }
    }

    Path log(String name) {
        return folder.resolve("log").resolve(name + ".log");
    }

    Path pidFile(String name) {
        return folder.resolve("run").resolve(name + ".pid");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
