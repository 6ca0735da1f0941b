package io.touchline.gateway.view;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/** Fills the views from the topics' beginning and keeps them up to date, in three threads: one for the odds, one for what is told of the data itself, one for everything else. */
public final class ViewReaders implements SmartLifecycle {

    /** How far one reader is. */
    public enum Progress {
        CATCHING_UP,
        UP,
        DOWN
    }

    /**
     * A reader's state.
     *
     * @param cause why it is down; empty otherwise
     */
    public record State(Progress progress, String cause) {}

    /** The reader of what is told of the data itself; the gateway is fit to answer without it. */
    public static final String DATA = "data";

    private final Map<String, TopicView> readers = new LinkedHashMap<>();
    private volatile boolean running;

    public ViewReaders(KafkaSettings kafka, Rejections rejections, Views views) {
        readers.put("matches", new TopicView("gateway-matches", kafka, Views.TOPICS, rejections, views::accept));
        readers.put(DATA, new TopicView("gateway-data", kafka, Views.DATA_TOPICS, rejections, views::accept));
        readers.put("odds", new TopicView("gateway-odds", kafka, Views.ODDS_TOPICS, rejections, views::accept));
    }

    /** Each reader's state by its name. */
    public Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        readers.forEach((name, reader) -> states.put(name, state(reader)));
        return states;
    }

    /** Waits until everything that was there at the start has been read; false where the time was not enough. */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (TopicView reader : readers.values()) {
            if (!reader.awaitCaughtUp(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void start() {
        readers.values().forEach(TopicView::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        readers.values().forEach(TopicView::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static State state(TopicView reader) {
        if (!reader.problem().isEmpty()) {
            return new State(Progress.DOWN, reader.problem());
        }
        return new State(reader.isCaughtUp() ? Progress.UP : Progress.CATCHING_UP, "");
    }
}
