package io.touchline.gateway.view;

import io.touchline.platform.topic.Received;
import io.touchline.schema.AlertOutcome;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureLink;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.QualityFinding;
import io.touchline.schema.Rejection;
import io.touchline.schema.SourceState;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All views together: takes every record, gives it to the view it belongs to, and counts. Fed by the topics in service, by hand in tests.
 *
 * @param matches around now
 * @param meetings of all times
 * @param alerts the last ones
 * @param outcomes of graded alerts
 * @param data sources, findings, rejections, links
 * @param seen what came, by topic
 */
public record Views(
        MatchView matches,
        MeetingView meetings,
        AlertView alerts,
        OutcomeView outcomes,
        DataView data,
        Map<String, Seen> seen) {

    /** What the gateway reads, apart from the many odds. */
    public static final List<Topic<?>> TOPICS = List.of(
            Topics.FIXTURES,
            Topics.LIVE_SCORES,
            Topics.MATCH_RESULTS,
            Topics.MARKET_SNAPSHOTS,
            Topics.FEATURE_VECTORS,
            Topics.PREDICTIONS,
            Topics.VALUE_ALERTS,
            Topics.ALERT_OUTCOMES);

    /** Read apart, so that a flood of prices delays nothing else. */
    public static final List<Topic<?>> ODDS_TOPICS = List.of(Topics.LIVE_ODDS);

    /** Read apart too: about the data itself; nothing else waits for it. */
    public static final List<Topic<?>> DATA_TOPICS =
            List.of(Topics.SOURCE_HEALTH, Topics.QUALITY_FINDINGS, Topics.REJECTIONS, Topics.FIXTURE_LINKS);

    /**
     * Records of one topic.
     *
     * @param newestAt the newest record's time
     */
    public record Seen(long records, Instant newestAt) {
        private Seen plus(Instant at) {
            return new Seen(records + 1, at.isAfter(newestAt) ? at : newestAt);
        }
    }

    public Views(MatchView matches, AlertView alerts, OutcomeView outcomes) {
        this(matches, new MeetingView(), alerts, outcomes, new DataView(), new ConcurrentHashMap<>());
    }

    /** Takes one record. */
    public void accept(Received<?> received) {
        Instant at = received.timestamp();
        seen.merge(received.topic().name(), new Seen(1, at), (known, first) -> known.plus(at));
        Object value = received.value();
        if (value == null) {
            forget(received.topic(), received.key());
            return;
        }
        switch (value) {
            case Fixture fixture -> {
                matches.accept(fixture);
                data.unmatched().accept(fixture);
            }
            case MatchState state -> matches.accept(state);
            case MatchResult result -> {
                matches.accept(result);
                meetings.accept(result);
            }
            case OddsUpdate update -> matches.accept(update);
            case MarketSnapshot snapshot -> matches.accept(snapshot);
            case FeatureVector vector -> matches.accept(vector);
            case Prediction prediction -> matches.accept(prediction);
            case ValueAlert alert -> {
                matches.accept(alert);
                alerts.accept(received.partition(), received.offset(), alert);
            }
            case AlertOutcome outcome -> outcomes.accept(outcome);
            case SourceState state -> data.sources().accept(state);
            case QualityFinding finding -> data.quality().accept(finding);
            case Rejection rejection -> {
                data.quality().accept(rejection);
                data.unmatched().accept(rejection);
            }
            case FixtureLink link -> data.unmatched().accept(link);
            default -> {
                // a topic that the gateway does not show
            }
        }
    }

    /** What came on a topic; empty before the first record. */
    public Optional<Seen> seen(Topic<?> topic) {
        @Nullable Seen known = seen.get(topic.name());
        return Optional.ofNullable(known);
    }

    private void forget(Topic<?> topic, String key) {
        if (topic == Topics.FIXTURES) {
            matches.forgetFixture(key);
        } else if (topic == Topics.MARKET_SNAPSHOTS) {
            matches.forgetSnapshot(key);
        } else if (topic == Topics.PREDICTIONS) {
            matches.forgetPrediction(key);
        } else if (topic == Topics.MATCH_RESULTS) {
            matches.forgetResult(key);
        } else if (topic == Topics.ALERT_OUTCOMES) {
            outcomes.forget(key);
        } else if (topic == Topics.SOURCE_HEALTH) {
            data.sources().forget(key);
        } else if (topic == Topics.FIXTURE_LINKS) {
            data.unmatched().forgetLink(key);
        }
    }
}
