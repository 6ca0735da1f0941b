package io.touchline.simulator.vendor;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The faults in force, by vendor. A fault lasts for a time on the watch of whoever ordered it (real seconds, whatever the speed
 * of the league) or for a number of answers.
 */
public final class FaultBoard {

    private record Key(String vendor, Fault fault) {}

    private record Term(long untilNanos, int answers) {}

    private final Map<Key, Term> terms = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    public FaultBoard() {
        this(System::nanoTime);
    }

    /** With a watch of the caller's. */
    FaultBoard(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** In force for a time. */
    public void set(String vendor, Fault fault, Duration duration) {
        terms.put(new Key(vendor, fault), new Term(nanos.getAsLong() + duration.toNanos(), Integer.MAX_VALUE));
    }

    /** In force for the next answers. */
    public void setNext(String vendor, Fault fault, int answers) {
        terms.put(new Key(vendor, fault), new Term(Long.MAX_VALUE, answers));
    }

    public void clear() {
        terms.clear();
    }

    /** Whether the vendor's next answer has the fault; counts the answer. */
    boolean take(String vendor, Fault fault) {
        boolean[] taken = {false};
        terms.computeIfPresent(new Key(vendor, fault), (key, term) -> {
            boolean over = term.untilNanos() != Long.MAX_VALUE && nanos.getAsLong() - term.untilNanos() >= 0;
            if (over || term.answers() <= 0) {
                return null;
            }
            taken[0] = true;
            int left = term.answers() == Integer.MAX_VALUE ? term.answers() : term.answers() - 1;
            return new Term(term.untilNanos(), left);
        });
        return taken[0];
    }
}
