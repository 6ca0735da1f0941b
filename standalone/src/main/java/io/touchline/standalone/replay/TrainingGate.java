package io.touchline.standalone.replay;

import io.touchline.prediction.train.PredictionStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps what comes after a training moment waiting until the models of that moment are trained and in force, so that two replays score alike. Between moments it costs nothing.
 */
public final class TrainingGate {

    private static final Duration GLANCE = Duration.ofMillis(2);

    private final PredictionStatus prediction;
    private final Duration limit;
    private Instant passed = Instant.EPOCH;

    /**
     * A gate before the prediction service of the namespace.
     *
     * @param limit how long one training may take
     */
    public TrainingGate(PredictionStatus prediction, Duration limit) {
        this.prediction = prediction;
        this.limit = limit;
    }

    /** True where a training moment lies between what passed last and this time. */
    boolean isClosed(Instant at) {
        return prediction.isMomentBetween(passed, at);
    }

    /** Has the moments up to this time trained, waits, and lets it pass. Everything earlier must be at rest. */
    void open(Instant at) throws InterruptedException {
        prediction.advanceTo(at);
        long end = System.nanoTime() + limit.toNanos();
        while (!prediction.isCaughtUp()) {
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException(
                        "the models of " + at + " are not trained within " + limit.toSeconds() + " s");
            }
            Thread.sleep(GLANCE);
        }
        passed = at;
    }
}
