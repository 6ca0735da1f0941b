package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.trees.TreeModel;
import io.touchline.prediction.model.trees.TreeModels;
import io.touchline.prediction.model.trees.TreeTable;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what trees learn from and has them grown anew from time to time. Each match is noted once, with what the models in force said of it before it was played.
 */
final class TreeLedger {

    private static final Logger LOG = LoggerFactory.getLogger(TreeLedger.class);
    private static final double HALF_LIFE_DAYS = 730;

    /** A Monday between two seasons: periods count from it. */
    private static final Instant ORIGIN = Instant.parse("1990-06-25T03:00:00Z");

    private final TrainingSettings settings;
    private final Deque<Row> priced = new ArrayDeque<>();
    private final Deque<Row> unpriced = new ArrayDeque<>();

    TreeLedger(TrainingSettings settings) {
        this.settings = settings;
    }

    /** One match: its vector, what is given beside it, and what the trees should have said. */
    @SuppressWarnings("ArrayRecordComponent") // only read
    private record Row(Instant at, MatchInput input, double[] beside, double[] target) {}

    /** Notes a match. */
    void note(PlayedMatch result, List<TimedInput> inputs, LineModel lineInForce) {
        if (inputs.isEmpty() || settings.trees().rows() == 0) {
            return;
        }
        MatchInput first = inputs.getFirst().input();
        MatchInput last = inputs.getLast().input();
        Optional<double[]> from = LineModel.line(first);
        Optional<double[]> to = last.cutoff() == Cutoff.CLOSING ? LineModel.line(last) : Optional.empty();
        Optional<double[]> numbers = lineInForce.numbers(first);
        if (first.cutoff() != Cutoff.CLOSING && from.isPresent() && to.isPresent() && numbers.isPresent()) {
            keep(priced, new Row(result.resultAt(), first, numbers.get(), new double[] {
                to.get()[0] - from.get()[0], to.get()[1] - from.get()[1]
            }));
        }
        Optional<Forecast> opinion = lineInForce.strength().forecast(last);
        if (opinion.isPresent()) {
            keep(unpriced, new Row(result.resultAt(), last, TreeTable.opinion(opinion.get()), new double[] {
                (result.outcome() == 0 ? 1 : 0) - opinion.get().home(),
                (result.outcome() == 2 ? 1 : 0) - opinion.get().away()
            }));
        }
    }

    private void keep(Deque<Row> rows, Row row) {
        rows.addLast(row);
        if (rows.size() > settings.trees().rows()) {
            rows.removeFirst();
        }
    }

    /**
     * The trees of a moment: those in force, or new ones where a kind is lacking or a new period has begun. It depends on the moments and on what was noted alone, so that a restart changes nothing.
     *
     * @param before the last moment at which was trained
     */
    TreeModels at(Instant moment, Instant before, TreeModels inForce) {
        boolean isTime = period(moment) != period(before);
        return isTime || lacks(inForce.priced(), priced) || lacks(inForce.unpriced(), unpriced)
                ? grow(moment, inForce)
                : inForce;
    }

    /** Whether nothing was grown of what there is enough to grow on. */
    private boolean lacks(Map<String, TreeModel.Trained> grown, Deque<Row> rows) {
        return grown.isEmpty() && rows.size() >= settings.trees().fewestRows();
    }

    private long period(Instant moment) {
        return Math.floorDiv(
                Duration.between(ORIGIN, moment).toDays(),
                settings.trees().every().toDays());
    }

    private TreeModels grow(Instant moment, TreeModels inForce) {
        try {
            return new TreeModels(
                    TreeSearch.grow(rows(priced, TreeTable.priced(), moment), TreeTable.priced(), settings),
                    TreeSearch.grow(rows(unpriced, TreeTable.unpriced(), moment), TreeTable.unpriced(), settings));
        } catch (IllegalStateException | LinkageError e) {
            LOG.warn("trees could not be grown, the ones before stay", e);
            return inForce;
        }
    }

    private static TreeRows rows(Deque<Row> kept, TreeTable table, Instant moment) {
        int columns = table.columns();
        float[] values = new float[kept.size() * columns];
        float[][] targets = new float[TreeRows.OUTPUTS][kept.size()];
        float[] weights = new float[kept.size()];
        int at = 0;
        for (Row row : kept) {
            System.arraycopy(table.row(row.input().features(), row.beside()), 0, values, at * columns, columns);
            for (int output = 0; output < TreeRows.OUTPUTS; output++) {
                targets[output][at] = (float) row.target()[output];
            }
            double days = Duration.between(row.at(), moment).toHours() / 24.0;
            weights[at++] = (float) Math.pow(0.5, days / HALF_LIFE_DAYS);
        }
        return new TreeRows(columns, values, targets, weights);
    }
}
