package io.touchline.standalone.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** How much memory processes hold: resident sets from {@code /proc}; 0 on a system without it. */
public final class Footprint {

    private static final String RESIDENT = "VmRSS:";
    private static final long KIB_IN_MIB = 1024;

    private Footprint() {}

    /** Resident MiB of this process and the given ones. Memory that processes share counts for each of them. */
    public static long residentMib(Collection<ProcessHandle> others) {
        long kib = Stream.concat(Stream.of(ProcessHandle.current()), others.stream())
                .mapToLong(ProcessHandle::pid)
                .distinct()
                .map(Footprint::residentKib)
                .sum();
        return kib / KIB_IN_MIB;
    }

    private static long residentKib(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
