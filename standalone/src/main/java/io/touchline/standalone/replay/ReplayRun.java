package io.touchline.standalone.replay;

import io.touchline.ingest.connector.footballdata.IngestRows;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Topics;
import io.touchline.standalone.count.PipelineCounter;
import io.touchline.standalone.count.PipelineCounts;
import io.touchline.standalone.count.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Publishes history in event-time order into a namespace where the services already run. Results before the first day come first and together; then prices and results alternate in steps,
 * with rest between them.
 */
public final class ReplayRun {

    private static final Duration REST_LIMIT = Duration.ofMinutes(5);

    private final KafkaSettings kafka;
    private final double speed;
    private final Progress progress;
    private final Optional<TrainingGate> training;
    private final IngestRows ingest = IngestRows.replayed();
    private final OddsRows odds = OddsRows.replayed();

    /** Told how far a replay is. */
    @FunctionalInterface
    public interface Progress {
        /** So many moments of so many are through; the last was at this time. */
        void at(int done, int of, Instant eventTime);
    }

    /**
     * @param kafka in the replay's namespace
     * @param speed seconds of event time a second of the wall's clock; infinite for as fast as it goes
     */
    public ReplayRun(KafkaSettings kafka, double speed, Progress progress) {
        this(kafka, speed, progress, Optional.empty());
    }

    /**
     * @param training closed at each training moment until its models are in force; empty where nobody trains
     */
    public ReplayRun(KafkaSettings kafka, double speed, Progress progress, Optional<TrainingGate> training) {
        this.training = training;
        this.kafka = kafka;
        this.speed = speed;
        this.progress = progress;
    }

    /** Replays a selection; returns at rest after its last result. */
    public ReplayReport run(HistorySelection selection) throws InterruptedException {
        long began = System.nanoTime();
        AtomicReference<Double> firstAlert = new AtomicReference<>(Double.NaN);
        Tally tally = new Tally().onFirstAlert(() -> firstAlert.set(secondsSince(began)));
        selection.rejected().forEach((reason, count) -> tally.rejected(reason.name(), count));
        try (RecordSender sender = new RecordSender(kafka);
                NamespaceRest rest = new NamespaceRest(kafka);
                PipelineCounter counter = PipelineCounter.start(kafka, tally)) {
            rest.look();
            warmUp(sender, selection.before());
            // streams applications make their internal topics and take their partitions with the first records
            rest.look();
            rest.await(REST_LIMIT);
            rest.look();
            rest.await(REST_LIMIT);
            play(sender, rest, selection.played());
            PipelineCounts counts = counter.counted(REST_LIMIT);
            long unsettled = counts.alertsOpen();
            return new ReplayReport(
                    selection.played().size(),
                    counts,
                    counts.lost().total() + unsettled,
                    tally.lostExamples(10),
                    tally.alertsDigest(),
                    secondsSince(began),
                    Objects.requireNonNull(firstAlert.get()));
        }
    }

    private void warmUp(RecordSender sender, List<HistoryRow> before) {
        before.stream()
                .sorted(Comparator.comparing(HistoryRow::resultAt)
                        .thenComparing(row -> row.fixtureId().value()))
                .forEach(row -> result(sender, row));
        sender.flush();
    }

    private void play(RecordSender sender, NamespaceRest rest, List<HistoryRow> played) throws InterruptedException {
        List<ReplayStep> steps = ReplayStep.of(played);
        int of = played.size() * 3;
        int done = 0;
        Optional<Instant> before = Optional.empty();
        for (ReplayStep step : steps) {
            Instant at = step.moments().getFirst().at();
            if (before.isPresent() && Double.isFinite(speed)) {
                Thread.sleep((long) (Duration.between(before.get(), at).toMillis() / speed));
            }
            before = Optional.of(at);
            for (HistoryMoment moment : step.moments()) {
                if (training.isPresent() && training.get().isClosed(moment.at())) {
                    sender.flush();
                    rest.await(REST_LIMIT);
                    training.get().open(moment.at());
                }
                publish(sender, moment);
            }
            sender.flush();
            rest.await(REST_LIMIT);
            done += step.moments().size();
            progress.at(done, of, step.moments().getLast().at());
        }
    }

    private void publish(RecordSender sender, HistoryMoment moment) {
        HistoryRow row = moment.row();
        switch (moment.kind()) {
            case OPENING -> {
                sender.send(Topics.FIXTURES, row.fixtureId().value(), ingest.fixture(row), moment.at());
                update(sender, odds.opening(row, fault -> reject(sender, fault, moment.at())));
            }
            case CLOSING -> update(sender, odds.closing(row, fault -> reject(sender, fault, moment.at())));
            case RESULT -> result(sender, row);
        }
    }

    private void result(RecordSender sender, HistoryRow row) {
        sender.send(Topics.MATCH_RESULTS, row.fixtureId().value(), ingest.result(row), row.resultAt());
    }

    private static void update(RecordSender sender, Optional<OddsUpdate> update) {
        update.ifPresent(some -> sender.send(Topics.LIVE_ODDS, some.getFixtureId(), some, some.getObservedAt()));
    }

    /** A price that cannot be; the rest of its line goes on. */
    private static void reject(RecordSender sender, CsvRejection fault, Instant at) {
        new Rejections(() -> at, rejection -> sender.send(Topics.REJECTIONS, rejection.getSource(), rejection, at))
                .reject(OddsRows.SOURCE, fault.reason(), fault.detail(), fault.location(), fault.raw());
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
