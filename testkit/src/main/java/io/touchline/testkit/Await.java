package io.touchline.testkit;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits on a condition, with a limit that has nothing to do with how fast things are: it only keeps a fault from becoming a hang. */
public final class Await {

    /** Long enough for a loaded machine with one core. */
    public static final Duration LIMIT = Duration.ofSeconds(90);

    private static final long ASK_MILLIS = 20;

    private Await() {}

    /** The first value that fits; an assertion error with the last one otherwise. */
    public static <T> T until(String what, Supplier<T> value, Predicate<? super T> fits) {
        return until(what, LIMIT, value, fits);
    }

    /** The same with a limit of its own. */
    public static <T> T until(String what, Duration limit, Supplier<T> value, Predicate<? super T> fits) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            T now = value.get();
            if (fits.test(now)) {
                return now;
            }
            if (System.nanoTime() - end >= 0) {
                throw new AssertionError(
                        "%s has not come in %d s; last seen: %s".formatted(what, limit.toSeconds(), now));
            }
            try {
                Thread.sleep(ASK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }

    /** Waits until it is true. */
    public static void until(String what, Supplier<Boolean> isTrue) {
        until(what, LIMIT, isTrue, Boolean.TRUE::equals);
    }
}
