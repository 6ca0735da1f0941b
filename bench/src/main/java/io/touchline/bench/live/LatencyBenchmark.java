package io.touchline.bench.live;

import io.touchline.bench.Measurement;
import io.touchline.platform.topic.KafkaSettings;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long an update takes from its sending until a vector that has seen it is received, at a steady rate; every update counts, also one that shares its vector with others. Beside it the same
 * records through one topic: on its way an update passes three.
 */
public final class LatencyBenchmark {

    private static final double GOAL = 25;

    /** So many times the rate while warming up. */
    private static final double WARM = 8;

    private LatencyBenchmark() {}

    /**
     * Measures.
     *
     * @param kafka of a namespace where both services run, and nothing else
     * @param rate updates a second
     * @param seconds that are measured, after as many at a higher rate to warm up
     */
    public static Map<String, Object> run(KafkaSettings kafka, double rate, double seconds, Consumer<String> told)
            throws InterruptedException {
        try (LiveLoad load = new LiveLoad(kafka, InstantSource.system())) {
            // until the compiler is through: a service runs for days
            load.round(WARM * rate, seconds);
            load.echo(WARM * rate, seconds / 4);
            load.round(rate, seconds / 4);
            Answers bound = load.echo(rate, seconds / 2).answers();
            told.accept("bound: p99 %.1f ms through one topic".formatted(bound.percentile(0.99, 0, 1)));
            LiveLoad.Round round = load.round(rate, seconds);
            Answers answers = round.answers();
            Map<String, Object> json = new LinkedHashMap<>(new Measurement(
                            "latency",
                            answers.percentile(0.99, 0, 1),
                            "ms",
                            bound.percentile(0.99, 0, 1),
                            "p99 of the same records through one topic at the same rate",
                            GOAL)
                    .json());
            json.put("rate", Math.round(round.offered()));
            json.put("p50_ms", Load.tenths(answers.percentile(0.5, 0, 1)));
            json.put("p95_ms", Load.tenths(answers.percentile(0.95, 0, 1)));
            json.put("p99_ms", Load.tenths(answers.percentile(0.99, 0, 1)));
            json.put("p999_ms", Load.tenths(answers.percentile(0.999, 0, 1)));
            json.put("bound_p50_ms", Load.tenths(bound.percentile(0.5, 0, 1)));
            json.put("updates", (int) (rate * seconds));
            json.put("vectors", answers.vectors());
            json.put("processor_us_per_update", round.processorMicros());
            json.put("lost", answers.unanswered());
            json.put("load_average", Load.average());
            return json;
        }
    }
}
