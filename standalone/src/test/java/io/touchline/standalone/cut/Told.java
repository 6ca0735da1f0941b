package io.touchline.standalone.cut;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.SourceState;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that the topics of prices, scores, results, alerts and sources were told, in order by key. */
final class Told implements AutoCloseable {

    final List<MatchState> scores = new CopyOnWriteArrayList<>();
    final List<MatchResult> results = new CopyOnWriteArrayList<>();
    final List<SourceState> sources = new CopyOnWriteArrayList<>();
    final List<ValueAlert> alerts = new CopyOnWriteArrayList<>();
    private final List<OddsUpdate> odds = new ArrayList<>();
    private final TopicView view;

    Told(KafkaSettings kafka) {
        view = new TopicView(
                        "told",
                        kafka,
                        List.of(
                                Topics.LIVE_ODDS,
                                Topics.LIVE_SCORES,
                                Topics.MATCH_RESULTS,
                                Topics.SOURCE_HEALTH,
                                Topics.VALUE_ALERTS),
                        new Rejections(InstantSource.system(), rejection -> {}),
                        received -> take(received.value()))
                .start();
    }

    private void take(Object value) {
        switch (value) {
            case OddsUpdate update -> {
                synchronized (odds) {
                    odds.add(update);
                }
            }
            case MatchState state -> scores.add(state);
            case MatchResult result -> results.add(result);
            case SourceState state -> sources.add(state);
            case ValueAlert alert -> alerts.add(alert);
            default -> {
                // not looked at
            }
        }
    }

    /** All so far; a copy. */
    List<OddsUpdate> odds() {
        synchronized (odds) {
            return List.copyOf(odds);
        }
    }

    int size() {
        return odds().size() + scores.size() + results.size() + alerts.size();
    }

    /** A source's latest state; UNKNOWN before the first. */
    String state(String source) {
        return sources.stream()
                .filter(each -> each.getSource().equals(source))
                .max(Comparator.comparing(SourceState::getEmittedAt))
                .map(SourceState::getState)
                .orElse("UNKNOWN");
    }

    /** The newest word of every alert of a source. */
    Map<String, ValueAlert> alertsOf(String source) {
        Map<String, ValueAlert> latest = new HashMap<>();
        for (ValueAlert alert : alerts) {
            if (alert.getSource().equals(source)) {
                latest.merge(
                        alert.getAlertId(), alert, (one, other) -> other.getSequence() >= one.getSequence() ? other : one);
            }
        }
        return latest;
    }

    List<String> openOf(String source) {
        return alertsOf(source).values().stream()
                .filter(alert ->
                        !alert.getState().equals("CLOSED") && !alert.getState().equals("GRADED"))
                .map(ValueAlert::getAlertId)
                .toList();
    }

    /** Alerts of a source that opened between two moments. */
    List<ValueAlert> openedBetween(String source, Instant from, Instant to) {
        return alerts.stream()
                .filter(alert -> alert.getSource().equals(source)
                        && alert.getState().equals("OPENED")
                        && alert.getEmittedAt().isAfter(from)
                        && alert.getEmittedAt().isBefore(to))
                .toList();
    }

    /** Prices of others than a source between two moments. */
    long oddsOfOthers(String source, Instant from, Instant to) {
        return odds().stream()
                .filter(update -> !update.getSource().equals(source)
                        && update.getEmittedAt().isAfter(from)
                        && update.getEmittedAt().isBefore(to))
                .count();
    }

    @Override
    public void close() {
        view.close();
    }
}
