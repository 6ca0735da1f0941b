package io.touchline.alert.source;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.SourceState;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills {@link SourceStates} from the topic. */
public final class SourceStatesView implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceStatesView.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaSettings kafka;
    private final TopicView view;

    /** Starts nothing yet. */
    public SourceStatesView(SourceStates states, KafkaSettings kafka, Rejections rejections) {
        this.kafka = kafka;
        this.view = new TopicView("source-states", kafka, List.of(Topics.SOURCE_HEALTH), rejections, received -> {
            if (received.value() instanceof SourceState state) {
                states.tell(state);
            }
        });
    }

    /** Begins to read and returns once all that was told before is known, so that no first alert rests on a source that is down. */
    public SourceStatesView start() throws InterruptedException {
        TopicAdmin.createAll(kafka);
        view.start();
        if (!view.awaitCaughtUp(PATIENCE)) {
            LOG.warn("the states of sources are not known yet; all are trusted until then: {}", view.problem());
        }
        return this;
    }

    /** What keeps it from reading, for people; empty where all is well. */
    public String problem() {
        return view.problem();
    }

    @Override
    public void close() {
        view.close();
    }
}
