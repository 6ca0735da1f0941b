package io.touchline.prediction.watch;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the watch what the topics bring and lets follow what follows, every {@code prediction.watch.every} of the given clock. The hot path never waits for it. */
public final class ModelKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ModelWatch watch;
    private final ModelLife life;
    private final InstantSource clock;
    private final Duration every;
    private final TopicView view;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "model-keeper");
        thread.setDaemon(true);
        return thread;
    });
    private Instant next = Instant.EPOCH;

    /** Starts nothing yet. */
    public ModelKeeper(
            KafkaSettings kafka,
            Rejections rejections,
            ModelWatch watch,
            ModelLife life,
            InstantSource clock,
            Duration every) {
        this.watch = watch;
        this.life = life;
        this.clock = clock;
        this.every = every;
        this.view = new TopicView(
                "model-watch", kafka, List.of(Topics.FEATURE_VECTORS, Topics.MATCH_RESULTS), rejections, this::see);
    }

    /** Begins to read and to look. */
    public ModelKeeper start() {
        view.start();
        timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** What keeps it from reading, for people; empty where nothing does. */
    public String problem() {
        return view.problem();
    }

    private void see(Received<?> received) {
        switch (received.value()) {
            case FeatureVector vector -> watch.add(vector);
            case MatchResult result -> watch.add(result);
            case null, default -> {}
        }
    }

    private void look() {
        try {
            Instant now = clock.instant();
            if (!now.isBefore(next) && view.isCaughtUp()) {
                next = now.plus(every);
                life.act(now);
            }
        } catch (CompletionException | IllegalStateException | IllegalArgumentException e) {
            LOG.warn("what follows from the watch of the models could not be done and will be again", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        view.close();
    }
}
