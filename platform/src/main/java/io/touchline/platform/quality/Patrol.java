package io.touchline.platform.quality;

import io.touchline.platform.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks round the checks that look for what did not come, again and again, in a thread of its own. */
public final class Patrol implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Patrol.class);

    private final InstantSource clock;
    private final Duration every;
    private final Findings findings;
    private final List<Function<Instant, ? extends Collection<Finding>>> checks;
    private final Thread thread;

    /**
     * Starts nothing yet.
     *
     * @param every from one round to the next, by the clock
     * @param checks told our time, tell what they find
     */
    public Patrol(
            String stage,
            InstantSource clock,
            Duration every,
            Findings findings,
            List<Function<Instant, ? extends Collection<Finding>>> checks) {
        this.clock = clock;
        this.every = every;
        this.findings = findings;
        this.checks = List.copyOf(checks);
        this.thread = Thread.ofPlatform().daemon().name("quality-" + stage).unstarted(this::run);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    private void run() {
        Pause pause = Pause.by(clock);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pause.pause(every);
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        for (Function<Instant, ? extends Collection<Finding>> check : checks) {
            try {
                findings.found(List.copyOf(check.apply(clock.instant())));
            } catch (RuntimeException e) {
                LOG.warn("a check of quality failed", e);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
