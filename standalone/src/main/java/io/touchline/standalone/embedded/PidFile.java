package io.touchline.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Remembers a child across our own death: process id and start time, so that a number used again is not mistaken for the child.
 */
record PidFile(Path file) {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Start times are derived from the boot time, which two processes may read a second apart. */
    private static final long START_TOLERANCE_MILLIS = 3_000;

    void write(ProcessHandle process) {
        long started = startedAtMillis(process);
        try {
            Files.writeString(file, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was written down, if it still lives. */
    Optional<ProcessHandle> findLiving() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(file).strip().split(" ", 2);
            long started = Long.parseLong(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(PidFile::isRunning)
                    .filter(process -> Math.abs(startedAtMillis(process) - started) <= START_TOLERANCE_MILLIS);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static long startedAtMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Ends what an earlier run left behind; true if there was something to end. */
    boolean endLeftover() {
        Optional<ProcessHandle> leftover = findLiving();
        leftover.ifPresent(process -> end(process, GRACE));
        remove();
        return leftover.isPresent();
    }

    /** Asks the process to end, then makes it end; returns when it is gone. */
    static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!isGone(process, grace)) {
            process.destroyForcibly();
            isGone(process, grace);
        }
    }

    /** Alive and not merely waiting to be buried by a parent that does not care (its program is then unknown). */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean isGone(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isRunning(process) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return !isRunning(process);
    }
}
