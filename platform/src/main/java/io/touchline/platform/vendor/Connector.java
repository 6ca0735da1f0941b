package io.touchline.platform.vendor;

import io.micrometer.core.instrument.Gauge;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When to fetch: a thread that does one round after the other. A failed round is tried again after a pause that doubles from failure to failure,
 * with jitter; a vendor that limits us is left alone for as long as it says; one that fails on and on rests behind a {@link CircuitBreaker}.
 * Nothing ends the thread but {@link #close}.
 *
 * <p>Counts rounds as {@code <stage>.payloads{vendor,result,reason}} and shows, by vendor, {@code <stage>.source.age} (seconds, NaN before the first answer),
 * {@code <stage>.source.up} (1 or 0), {@code <stage>.source.sequence} (the vendor's running number), {@code <stage>.source.breaker} (0 closed, 1 half open, 2 open)
 * and {@code <stage>.source.quota} (what is left); NaN where the vendor tells none.
 */
public abstract class Connector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A wrong key does not get right by itself. */
    private static final Duration PAUSE_WITHOUT_ACCESS = Duration.ofMinutes(10);

    private final String vendor;
    private final ConnectorContext context;
    private final Duration poll;
    private final CircuitBreaker breaker;
    private final SourceHealth health;
    private final Thread thread;
    private int failures;
    private volatile boolean running;
    private volatile boolean pausing;

    /**
     * Starts nothing yet.
     *
     * @param vendor its name, as in {@code source} fields
     * @param context what the service gives
     * @param poll from the end of a good round to the next
     */
    protected Connector(String vendor, ConnectorContext context, Duration poll) {
        this.vendor = vendor;
        this.context = context;
        this.poll = poll;
        this.breaker = new CircuitBreaker(context.clock());
        this.health = new SourceHealth(vendor, context.clock());
        this.thread = Thread.ofPlatform().daemon().name("connector-" + vendor).unstarted(this::run);
        gauge("age", Connector::ageSeconds);
        gauge("up", each -> each.report().state() == SourceHealth.State.UP ? 1 : 0);
        gauge("sequence", each -> orNaN(each.report().sequence()));
        gauge("quota", each -> orNaN(each.report().quotaLeft()));
        gauge("breaker", each -> switch (each.report().breaker()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        });
    }

    private void gauge(String name, ToDoubleFunction<SourceHealth> value) {
        Gauge.builder(context.stage() + ".source." + name, health, value)
                .tag("vendor", vendor)
                .register(context.meters());
    }

    private static double orNaN(@Nullable Long value) {
        return value == null ? Double.NaN : value;
    }

    /** One round: ask, translate, publish. Whatever it throws, the next round comes. */
    protected abstract void fetch() throws VendorException, InterruptedException;

    /** Begins, in a thread of its own. */
    public final void start() {
        running = true;
        health.starting();
        thread.start();
    }

    public final String vendor() {
        return vendor;
    }

    /** From the end of a good round to the next. */
    public final Duration poll() {
        return poll;
    }

    public final SourceHealth health() {
        return health;
    }

    /** Counts one payload. */
    protected final void count(String result, String reason) {
        context.meters()
                .counter(context.stage() + ".payloads", "vendor", vendor, "result", result, "reason", reason)
                .increment();
    }

    /** For a connection that stays open, in the middle of a round: something good came, and earlier failures are over. */
    protected final void alive() {
        failures = 0;
        breaker.succeeded();
        health.good(breaker.state());
    }

    /** For a connection that stays open: the vendor says that what it tells cannot be trusted now. */
    protected final void troubled(String problem) {
        health.bad(SourceHealth.State.FAILING, problem, breaker.state());
    }

    /** What the intake reads of the feed's own health is this source's, and no secret of this connector leaves through it. */
    protected final void reads(Intake intake) {
        intake.hide(context.secrets());
        intake.onFeed(told -> health.feed(told.healthy(), clean(told.problem())));
    }

    /** The text without this connector's secrets. */
    protected final String clean(String text) {
        return context.secrets().removedFrom(text);
    }

    /** From here on an interruption is welcome; before, it would tear a round apart. */
    private synchronized boolean mayPause() {
        pausing = running;
        return running;
    }

    private void run() {
        try {
            while (running) {
                Duration pause = round();
                if (mayPause()) {
                    context.pause().pause(pause);
                    pausing = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does one round, or none while the breaker is open, and says how long to wait for the next. */
    final Duration round() throws InterruptedException {
        Duration closedFor = breaker.untilAllowed();
        if (closedFor.isPositive()) {
            return closedFor;
        }
        try {
            fetch();
            failures = 0;
            breaker.succeeded();
            health.good(breaker.state());
            return poll;
        } catch (RateLimited e) {
            count("failed", e.reason());
            health.bad(SourceHealth.State.FAILING, clean(e.problem()), breaker.state());
            LOG.warn("{} limits us for {}: {}", vendor, e.retryAfter(), clean(e.problem()));
            return e.retryAfter().compareTo(poll) > 0 ? e.retryAfter() : poll;
        } catch (Unauthorised e) {
            count("failed", e.reason());
            health.bad(SourceHealth.State.DOWN, clean(e.problem()), breaker.state());
            LOG.error(
                    "{} does not let us in, trying again in {}: {}", vendor, PAUSE_WITHOUT_ACCESS, clean(e.problem()));
            return PAUSE_WITHOUT_ACCESS;
        } catch (VendorException e) {
            count("failed", e.reason());
            return failed(clean(e.problem()));
        } catch (RuntimeException e) {
            if (!running && Thread.currentThread().isInterrupted()) {
                LOG.info("{} was stopped in the middle of a round", vendor);
                return Duration.ZERO;
            }
            count("failed", "Unexpected");
            LOG.error("a round of {} failed: {}", vendor, context.secrets().traceOf(e));
            return failed("unexpected " + e.getClass().getSimpleName());
        }
    }

    private Duration failed(String problem) {
        failures++;
        breaker.failed();
        boolean open = breaker.state() == CircuitBreaker.State.OPEN;
        health.bad(open ? SourceHealth.State.DOWN : SourceHealth.State.FAILING, problem, breaker.state());
        Duration full = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration bounded = full.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : full;
        Duration pause = Duration.ofMillis(
                (long) (bounded.toMillis() * (0.5 + 0.5 * context.jitter().nextDouble())));
        LOG.warn("{} failed ({} in a row, breaker {}): {}", vendor, failures, breaker.state(), problem);
        return pause;
    }

    private static double ageSeconds(SourceHealth health) {
        Duration age = health.age();
        return age == null ? Double.NaN : age.toMillis() / 1000.0;
    }

    @Override
    public void close() {
        running = false;
        health.stopped();
        if (!thread.isAlive()) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
