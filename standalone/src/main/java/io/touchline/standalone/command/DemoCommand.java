package io.touchline.standalone.command;

import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.topic.Namespace;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.standalone.count.Footprint;
import io.touchline.standalone.count.PipelineCounter;
import io.touchline.standalone.count.PipelineCounts;
import io.touchline.standalone.count.Tally;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Everything embedded, a synthetic league played live: what Touchline does, on a bare machine.
 *
 * <p>The league's vendors speak the vendors' protocols over real sockets, and the services read them with their own connectors.
 * Its data lie in {@code demo} under the home folder and are forgotten at the next start, so that real data are never touched.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays a synthetic league through everything and shows it in a browser.")
final class DemoCommand extends Verb {

    /** The league's clock begins this far back, so that a fast run does not overtake the machine's clock soon. */
    private static final Duration HEAD_START = Duration.ofDays(3);

    private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(2);
    private static final Duration HASTY_PATIENCE = Duration.ofSeconds(20);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    /** How much longer it plays on a slow machine where alerts are open and no match is over yet. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    private static final int LOST_EXAMPLES = 5;
    private static final long SEED = 20260711;
    private static final double MILLIS_A_SECOND = 1000.0;
    private static final double SECONDS_A_MINUTE = 60.0;

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    private final AtomicLong firstAlertMillis = new AtomicLong(-1);

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "end after N minutes, up to one more where no match is over yet (default: at Ctrl-C)")
    private @Nullable Double minutes;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "seconds of the league in a real one (default: " + LeaguePlan.DEFAULT_SPEED + ")")
    private double speed = LeaguePlan.DEFAULT_SPEED;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "the page's port (default: 8080)")
    private int port;

    @Option(names = "--seed", paramLabel = "N", description = "another seed is another story (default: " + SEED + ")")
    private long seed = SEED;

    @Option(names = "--headless", description = "open no browser")
    private boolean headless;

    @Override
    public Integer call() throws InterruptedException {
        if (!(speed > 0)) {
            throw CommandFailure.badUsage("--speed must be above 0 but was " + speed);
        }
        if (minutes != null && !(minutes > 0)) {
            throw CommandFailure.badUsage("--minutes must be above 0 but was " + minutes);
        }
        Output output = output();
        try (LocalTouchline local = LocalTouchline.start(
                platformOptions.settings(common()).freshIn(common().home().resolve("demo")), port, output)) {
            return play(local, output);
        }
    }

    private int play(LocalTouchline local, Output output) throws InterruptedException {
        ScaledClock clock = ScaledClock.held(Instant.now().minus(HEAD_START), speed);
        Tally tally = new Tally().onFirstAlert(() -> firstAlertMillis.set(uptimeMillis()));
        try (DemoLeague league = DemoLeague.start(clock, seed, speed);
                PipelineCounter counter = PipelineCounter.start(local.kafka(Namespace.LIVE), tally)) {
            Services services = local.startServices(
                    local.liveSettings().at(clock).with(league.properties()), EnumSet.allOf(Stage.class));
            clock.release();
            output.progress("Touchline runs on " + local.gatewayUrl());
            if (!headless) {
                Browser.open(local.gatewayUrl(), output);
            }
            watch(local, counter, output);
            output.progress("the league stops; what is under way arrives ...");
            services.stopConnectors();
            PipelineCounts counts = counter.drained(local.isEnding() ? HASTY_PATIENCE : DRAIN_PATIENCE);
            tally.lostExamples(LOST_EXAMPLES).forEach(example -> output.progress("lost: " + example));
            Map<String, Object> result = result(local, counts);
            if (common().json()) {
                output.json(result);
            } else {
                output.values(result);
            }
            return counts.lost().total() == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    /** Tells how it goes until the time is over or the process is asked to end. */
    private void watch(LocalTouchline local, PipelineCounter counter, Output output) throws InterruptedException {
        Double limit = minutes;
        long end = limit == null
                ? Long.MAX_VALUE
                : uptimeMillis() + Math.round(limit * SECONDS_A_MINUTE * MILLIS_A_SECOND);
        boolean ended = false;
        long latest = limit == null ? end : end + GRACE.toMillis();
        while (!ended && (uptimeMillis() < end || (uptimeMillis() < latest && noneGraded(counter)))) {
            ended = local.awaitEnd(Duration.ofMillis(
                    Math.min(TELL_EVERY.toMillis(), Math.max(LEAST_WAIT.toMillis(), end - uptimeMillis()))));
            PipelineCounts now = counter.counts();
            output.progress(String.format(
                    "%5.0f s  %d matches  %d odds updates  %d predictions  %d alerts (%d graded)",
                    uptimeMillis() / MILLIS_A_SECOND,
                    now.matches(),
                    now.oddsUpdates(),
                    now.predictions(),
                    now.alertsOpened(),
                    now.alertsGraded()));
        }
    }

    private static boolean noneGraded(PipelineCounter counter) {
        PipelineCounts now = counter.counts();
        return now.alertsOpened() > 0 && now.alertsGraded() == 0;
    }

    private Map<String, Object> result(LocalTouchline local, PipelineCounts counts) {
        Map<String, Object> result = new LinkedHashMap<>(counts.toMap());
        result.put("seconds", uptimeMillis() / MILLIS_A_SECOND);
        long first = firstAlertMillis.get();
        result.put("first_alert_s", first < 0 ? null : first / MILLIS_A_SECOND);
        result.put("rss_mib", Footprint.residentMib(local.platform().processes()));
        return result;
    }

    /** Since the process began. */
    private static long uptimeMillis() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
