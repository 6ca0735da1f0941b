package io.touchline.platform.sportradar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many recoveries the vendor accepts, by how far they go back ("Restrictions for odds recovery", docs.sportradar.com): under 30 minutes 20 in 10 minutes and 60 an hour; under a day
 * 4 in 10 minutes and 10 an hour; more, or everything, 2 in 30 minutes and 4 in 2 hours; of one event 100 in 10 minutes and 300 an hour. For one thread.
 */
final class UofRecoveryLimits {

    private static final Duration SHORT = Duration.ofMinutes(30);
    private static final Duration MIDDLE = Duration.ofDays(1);

    private final Kind brief = new Kind(20, Duration.ofMinutes(10), 60, Duration.ofHours(1));
    private final Kind middle = new Kind(4, Duration.ofMinutes(10), 10, Duration.ofHours(1));
    private final Kind whole = new Kind(2, Duration.ofMinutes(30), 4, Duration.ofHours(2));
    private final Kind event = new Kind(100, Duration.ofMinutes(10), 300, Duration.ofHours(1));

    /** Zero and counted where one that goes back so far is allowed now; otherwise how long to wait. Null: everything. */
    Duration take(@Nullable Duration back, Instant now) {
        if (back == null || back.compareTo(MIDDLE) >= 0) {
            return whole.take(now);
        }
        return (back.compareTo(SHORT) >= 0 ? middle : brief).take(now);
    }

    /** The same for one event. */
    Duration takeEvent(Instant now) {
        return event.take(now);
    }

    private static final class Kind {

        private final List<Integer> most;
        private final List<Duration> periods;
        private final Deque<Instant> taken = new ArrayDeque<>();

        Kind(int most, Duration period, int mostLonger, Duration longerPeriod) {
            this.most = List.of(most, mostLonger);
            this.periods = List.of(period, longerPeriod);
        }

        Duration take(Instant now) {
            while (!taken.isEmpty() && !taken.getFirst().plus(periods.getLast()).isAfter(now)) {
                taken.removeFirst();
            }
            Duration wait = Duration.ZERO;
            for (int i = 0; i < most.size(); i++) {
                Duration period = periods.get(i);
                List<Instant> within = taken.stream()
                        .filter(at -> at.plus(period).isAfter(now))
                        .toList();
                if (within.size() >= most.get(i)) {
                    Instant free = within.get(within.size() - most.get(i)).plus(period);
                    Duration until = Duration.between(now, free);
                    wait = until.compareTo(wait) > 0 ? until : wait;
                }
            }
            if (wait.isZero()) {
                taken.addLast(now);
            }
            return wait;
        }
    }
}
