package io.touchline.prediction.train;

import io.touchline.domain.goals.OrderedLogit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ordered logits of the match result on one number. */
final class OrderedRows {

    private static final int OUTCOMES = 3;

    private OrderedRows() {}

    /**
     * One match.
     *
     * @param x a difference of strength seen from the home side
     * @param outcome 0 away, 1 draw, 2 home
     */
    record Row(double x, int outcome) {}

    /** The logit; null where there are fewer rows or one of the outcomes never occurs. */
    static @Nullable OrderedLogit fit(List<Row> rows, int fewest) {
        double[] x = rows.stream().mapToDouble(Row::x).toArray();
        int[] outcomes = rows.stream().mapToInt(Row::outcome).toArray();
        if (x.length < fewest || Arrays.stream(outcomes).distinct().count() < OUTCOMES) {
            return null;
        }
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1);
        return OrderedLogit.fit(x, outcomes, weights, OUTCOMES);
    }
}
