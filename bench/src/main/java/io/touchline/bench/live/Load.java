package io.touchline.bench.live;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;

/** How busy the machine was, to be read beside a figure. */
final class Load {

    private Load() {}

    /** Processes that ran or wanted to, over the last minute, ours among them. */
    static double average() {
        return tenths(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Processor time of this process and of those it started, in seconds, over all cores. */
    static double processorSeconds() {
        ProcessHandle own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.descendants())
                .map(each -> each.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .mapToDouble(each -> each.toNanos() / 1e9)
                .sum();
    }

    static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
