package io.touchline.standalone.command;

import io.touchline.bench.live.LatencyBenchmark;
import io.touchline.bench.live.PipelineBenchmark;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Stage;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code bench pipeline} and {@code bench latency}: odds-service and feature-service as they run in service, in a namespace of their own on the embedded platform. */
final class LiveBench {

    static final Set<String> NAMES = Set.of("pipeline", "latency");

    private static final Namespace NAMESPACE = new Namespace("bench-live.");

    /** What a namespace other than the live one does not do by itself. */
    private static final Map<String, String> AS_LIVE =
            Map.of("odds.snapshot.outside-live", "true", "touchline.kafka.commit-interval", "10s");

    private final CommonOptions common;
    private final PlatformOptions platform;
    private final Output output;

    LiveBench(CommonOptions common, PlatformOptions platform, Output output) {
        this.common = common;
        this.platform = platform;
        this.output = output;
    }

    Map<String, Object> run(String name, @Nullable Integer rate, @Nullable Integer seconds)
            throws InterruptedException {
        if ((rate != null && rate < 1) || (seconds != null && seconds < 1)) {
            throw CommandFailure.badUsage("--rate and --seconds must be 1 or more");
        }
        try (LocalTouchline local = LocalTouchline.start(common, platform, -1, output)) {
            KafkaSettings kafka = local.kafka(NAMESPACE);
            try (TopicAdmin admin = new TopicAdmin(kafka)) {
                // of a run that was cut off
                admin.removeNamespace();
                Runnable start = () -> local.startServices(settings(local), EnumSet.of(Stage.ODDS, Stage.FEATURE));
                start.run();
                Map<String, Object> result = name.equals("pipeline")
                        ? PipelineBenchmark.run(
                                kafka,
                                rate == null ? 20_000 : rate,
                                seconds == null ? 10 : seconds,
                                output::progress,
                                local::stopServices,
                                start)
                        : LatencyBenchmark.run(
                                kafka, rate == null ? 2_000 : rate, seconds == null ? 20 : seconds, output::progress);
                local.stopServices();
                admin.removeNamespace();
                return result;
            }
        }
    }

    private static ServiceSettings settings(LocalTouchline local) {
        return new ServiceSettings(
                local.addresses(),
                NAMESPACE,
                local.data().resolve("bench-live"),
                -1,
                -1,
                InstantSource.system(),
                AS_LIVE);
    }
}
