package io.touchline.standalone.count;

import io.touchline.platform.topic.Received;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import io.touchline.schema.ValueAlert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts records as they come, from any topic and in any order. */
public final class Tally {

    private static final String IN_PLAY = "IN_PLAY";
    private static final String MARKET = "market_fair_home";
    private static final String GRADED = "GRADED";
    private static final String CLOSED = "CLOSED";

    private final Map<String, FixtureTally> fixtures = new HashMap<>();
    private final Map<String, AlertTally> alerts = new HashMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private long oddsUpdates;
    private long snapshots;
    private long vectors;
    private long predictions;
    private @Nullable Runnable onFirstAlert;

    /** The newest state of one alert by its running number. */
    private record AlertTally(String fixtureId, int sequence, String state) {}

    /** Runs {@code then} once, at the first alert that opens. */
    public synchronized Tally onFirstAlert(Runnable then) {
        onFirstAlert = then;
        return this;
    }

    /** Adds rejections that are on no topic, such as the lines of files that were read outside of the services. */
    public synchronized Tally rejected(String reason, long count) {
        rejected.merge(reason, count, Long::sum);
        return this;
    }

    /** SHA-256 over every alert's id and last state, in the order of the ids; 16 hexadecimal digits, equal for equal runs. */
    public synchronized String alertsDigest() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(alerts)
                    .forEach((id, alert) ->
                            hash.update((id + ' ' + alert.state() + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(hash.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Some fixtures to which something was lost, and what; for a person who looks for the cause. */
    public synchronized List<String> lostExamples(int limit) {
        return fixtures.entrySet().stream()
                .filter(entry -> !entry.getValue().lost().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .limit(limit)
                .map(entry -> entry.getKey() + ": " + entry.getValue().lost())
                .toList();
    }

    /** Takes one record. */
    public synchronized void accept(Received<?> received) {
        switch (received.value()) {
            case Fixture fixture -> of(fixture.getFixtureId()).fixture(fixture.getKickoffAt(), fixture.getStatus());
            case OddsUpdate update -> odds(update);
            case MarketSnapshot snapshot -> {
                snapshots++;
                of(snapshot.getFixtureId())
                        .snapshot(
                                snapshot.getAsOf(),
                                snapshot.getEmittedAt(),
                                snapshot.getKickoffAt(),
                                snapshot.getInPlay());
            }
            case FeatureVector vector -> {
                vectors++;
                of(vector.getFixtureId())
                        .vector(
                                vector.getAsOf(),
                                vector.getEmittedAt(),
                                IN_PLAY.equals(vector.getCutoff()),
                                hasMarket(vector));
            }
            case Prediction prediction -> {
                predictions++;
                of(prediction.getFixtureId()).prediction(prediction.getAsOf());
            }
            case MatchResult result -> of(result.getFixtureId()).finished();
            case ValueAlert alert -> alert(alert);
            case Rejection rejection -> rejected.merge(rejection.getReason(), 1L, Long::sum);
            case null, default -> {
                // tombstones, and topics that are not counted
            }
        }
    }

    private FixtureTally of(String fixtureId) {
        return fixtures.computeIfAbsent(fixtureId, id -> new FixtureTally());
    }

    private void odds(OddsUpdate update) {
        oddsUpdates++;
        boolean priced = update.getQuotes().stream().anyMatch(Tally::isWhole);
        if (priced && !update.getInPlay() && update.getObservedAt().isBefore(update.getKickoffAt())) {
            of(update.getFixtureId()).pricedUpdate();
        }
    }

    /** Without a market there may be nothing to say: then only a trained model has an opinion, and it may not have one yet. */
    private static boolean hasMarket(FeatureVector vector) {
        return !Double.isNaN(FeatureCatalogue.value(vector, MARKET));
    }

    private static boolean isWhole(Quote quote) {
        return !quote.getSuspended()
                && quote.getPrices().size() >= 2
                && quote.getPrices().stream().map(Price::getBackOdds).allMatch(odds -> odds != null && odds > 1);
    }

    private void alert(ValueAlert alert) {
        AlertTally next = new AlertTally(alert.getFixtureId(), alert.getSequence(), alert.getState());
        boolean first = alerts.isEmpty();
        alerts.merge(alert.getAlertId(), next, (a, b) -> a.sequence() > b.sequence() ? a : b);
        if (first && onFirstAlert != null) {
            onFirstAlert.run();
        }
    }

    /** How it stands now. */
    public synchronized PipelineCounts counts() {
        long graded = count(GRADED);
        long closed = count(CLOSED);
        PipelineCounts.Lost lost = new PipelineCounts.Lost(
                fixtures.values().stream()
                        .mapToLong(FixtureTally::withoutSnapshot)
                        .sum(),
                fixtures.values().stream()
                        .mapToLong(FixtureTally::snapshotsWithoutVector)
                        .sum(),
                fixtures.values().stream()
                        .mapToLong(FixtureTally::vectorsWithoutPrediction)
                        .sum(),
                alerts.values().stream()
                        .filter(alert -> !alert.state().equals(GRADED)
                                && of(alert.fixtureId()).isFinished())
                        .count());
        return new PipelineCounts(
                fixtures.values().stream().filter(FixtureTally::isKnown).count(),
                oddsUpdates,
                snapshots,
                vectors,
                predictions,
                alerts.size(),
                alerts.size() - graded - closed,
                closed,
                graded,
                Map.copyOf(rejected),
                lost);
    }

    private long count(String state) {
        return alerts.values().stream()
                .filter(alert -> alert.state().equals(state))
                .count();
    }
}
