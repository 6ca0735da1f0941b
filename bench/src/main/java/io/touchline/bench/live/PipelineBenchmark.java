package io.touchline.bench.live;

import io.touchline.bench.Measurement;
import io.touchline.platform.topic.KafkaSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The highest rate of updates at which odds-service and feature-service stay up with them: everything that was offered is in a vector of its fixture a second after the end, and no answer comes
 * later than those before it. Beside it the same records through one topic, produced and consumed and nothing else.
 */
public final class PipelineBenchmark {

    private static final double GOAL = 20_000;
    private static final double WARM_RATE = 4_000;
    private static final int ECHOES = 200_000;
    private static final double UP = 1.25;
    private static final double DOWN = 0.75;
    private static final int ROUNDS = 6;

    private PipelineBenchmark() {}

    /**
     * Measures.
     *
     * @param kafka of a namespace where both services run, and nothing else
     * @param firstRate updates a second that are tried first
     * @param seconds of a round
     * @param told of each round, for people
     * @param stop stops the services
     * @param start starts them again and returns once they were told to
     */
    public static Map<String, Object> run(
            KafkaSettings kafka, double firstRate, double seconds, Consumer<String> told, Runnable stop, Runnable start)
            throws InterruptedException {
        try (LiveLoad load = new LiveLoad(kafka, InstantSource.system())) {
            load.round(WARM_RATE, 2 * seconds);
            load.echoRate(ECHOES / 4);
            double bound = load.echoRate(ECHOES);
            told.accept("bound: %.0f records/s through one topic".formatted(bound));
            double rate = firstRate;
            double best = 0;
            double failed = Double.POSITIVE_INFINITY;
            LiveLoad.Round held = load.round(WARM_RATE, 1);
            List<Map<String, Object>> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                LiveLoad.Round now = load.round(rate, seconds);
                boolean sustained = now.sustained(rate);
                Map<String, Object> told1 = figures(now);
                told1.put("sustained", sustained);
                rounds.add(told1);
                told.accept(told1.toString());
                if (sustained) {
                    best = now.offered();
                    held = now;
                } else {
                    failed = rate;
                }
                if (best == 0) {
                    rate *= DOWN;
                } else if (Double.isInfinite(failed)) {
                    rate *= UP;
                } else if (failed / best < 1.1) {
                    break;
                } else {
                    rate = (best + failed) / 2;
                }
            }
            Map<String, Object> json = new LinkedHashMap<>(new Measurement(
                            "pipeline",
                            best,
                            "updates/s",
                            bound,
                            "the same records produced to and consumed from one topic, nothing else",
                            GOAL)
                    .json());
            json.putAll(figures(held));
            json.put("rounds", rounds);
            stop.run();
            json.put("restart_s", Load.tenths(load.restarted(start)));
            json.put("load_average", Load.average());
            return json;
        }
    }

    private static Map<String, Object> figures(LiveLoad.Round round) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rate", Math.round(round.offered()));
        figures.put("vectors", round.answers().vectors());
        figures.put("lost", round.answers().unanswered());
        figures.put("p50_ms", Load.tenths(round.answers().percentile(0.5, 0, 1)));
        figures.put("p99_ms", Load.tenths(round.answers().percentile(0.99, 0, 1)));
        figures.put("processor_us_per_update", round.processorMicros());
        figures.put("drain_s", Math.round(round.answers().drainSeconds() * 100) / 100.0);
        return figures;
    }
}
