package io.touchline.alert.channel;

import static io.touchline.schema.Topics.LIVE_ODDS;
import static io.touchline.schema.Topics.LIVE_SCORES;
import static io.touchline.schema.Topics.PREDICTIONS;
import static io.touchline.schema.Topics.VALUE_ALERTS;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Quote;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Fills the hub from the topics: all alerts that are kept, so that a snapshot is whole; odds, predictions and scores from a little before the start, because of them only the latest counts. Positions
 * are set before the first record is read, so nothing that comes meanwhile is passed over.
 */
public final class HubFeed implements AutoCloseable {

    private static final Duration LOOK_BACK = Duration.ofMinutes(10);

    private final EdgeHub hub;
    private final TopicView alerts;
    private final TopicView others;
    private final Thread opener;

    /** Starts nothing yet. */
    public HubFeed(EdgeHub hub, KafkaSettings kafka, Rejections rejections, InstantSource clock) {
        this.hub = hub;
        this.alerts = new TopicView("edge-alerts", kafka, List.of(VALUE_ALERTS), rejections, this::tell);
        this.others = new TopicView(
                        "edge-others", kafka, List.of(LIVE_ODDS, PREDICTIONS, LIVE_SCORES), rejections, this::tell)
                .from(clock.instant().minus(LOOK_BACK));
        this.opener = new Thread(this::open, "edge-opener");
        this.opener.setDaemon(true);
    }

    /** Begins to read; the hub opens once all that was there has been seen. */
    public HubFeed start() {
        alerts.start();
        others.start();
        opener.start();
        return this;
    }

    private void open() {
        try {
            while (!alerts.awaitCaughtUp(Duration.ofMinutes(1)) || !others.awaitCaughtUp(Duration.ofMinutes(1))) {
                // a broker that is away; the views ask again
            }
            hub.open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Received<?> received) {
        switch (received.value()) {
            case ValueAlert alert -> hub.alert(alert);
            case OddsUpdate update -> update.getQuotes().forEach(quote -> tell(update, quote));
            case Prediction prediction ->
                hub.other(
                        Channel.PREDICTIONS,
                        prediction.getFixtureId(),
                        new EdgeEvent.Facts(prediction.getCompetition(), null, null, Double.POSITIVE_INFINITY),
                        prediction);
            case MatchState state ->
                hub.other(
                        Channel.SCORES,
                        state.getFixtureId(),
                        new EdgeEvent.Facts(
                                new FixtureId(state.getFixtureId()).competition(),
                                null,
                                null,
                                Double.POSITIVE_INFINITY),
                        state);
            case null, default -> {
                // a tombstone
            }
        }
    }

    /** One event a quote, in the shape of an update with that quote alone. */
    private void tell(OddsUpdate update, Quote quote) {
        hub.other(
                Channel.ODDS,
                update.getFixtureId() + '|' + quote.getMarket() + '|' + quote.getLine() + '|' + quote.getBookmaker(),
                new EdgeEvent.Facts(
                        update.getCompetition(), quote.getMarket(), quote.getBookmaker(), Double.POSITIVE_INFINITY),
                new OddsUpdate(
                        update.getFixtureId(),
                        update.getCompetition(),
                        update.getKickoffAt(),
                        update.getInPlay(),
                        List.of(quote),
                        update.getSource(),
                        update.getSourceSequence(),
                        update.getObservedAt(),
                        update.getReceivedAt(),
                        update.getEmittedAt()));
    }

    /** What keeps it from reading, for people; empty where all is well. */
    public String problem() {
        return alerts.problem().isEmpty() ? others.problem() : alerts.problem();
    }

    @Override
    public void close() {
        opener.interrupt();
        alerts.close();
        others.close();
    }
}
