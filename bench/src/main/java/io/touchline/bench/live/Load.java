package io.touchline.bench.live;

import java.lang.management.ManagementFactory;

/** How busy the machine was, to be read beside a figure. */
final class Load {

    private Load() {}

    /** Processes that ran or wanted to, over the last minute, ours among them. */
    static double average() {
        return tenths(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
