package io.touchline.prediction.train;

import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.rating.OddsEloModel;
import io.touchline.prediction.model.rating.OddsRatings;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows what closing prices say of the teams, and keeps for each match what the ratings in force said of it before. */
final class PriceLedger {

    private static final int MOST_ROWS = 10_000;

    private final List<OddsRatings.Closed> fresh = new ArrayList<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private OddsRatings ratings = OddsRatings.empty();

    private record Row(double supremacy, int outcome) {}

    /** Notes a match, by the model that was in force before it. */
    void note(PlayedMatch result, List<TimedInput> inputs, OddsEloModel inForce) {
        if (inputs.isEmpty()) {
            return;
        }
        double expected = inForce.ratings().supremacy(result.competition(), result.homeTeam(), result.awayTeam());
        if (!Double.isNaN(expected)) {
            rows.addLast(new Row(expected, 2 - result.outcome()));
            if (rows.size() > MOST_ROWS) {
                rows.removeFirst();
            }
        }
        LineModel.line(inputs.getLast().input())
                .ifPresent(line -> fresh.add(
                        new OddsRatings.Closed(result.competition(), result.homeTeam(), result.awayTeam(), line[0])));
    }

    /** The ratings on what was noted. */
    OddsRatings ratings() {
        ratings = ratings.after(fresh);
        fresh.clear();
        return ratings;
    }

    /** From ratings to results; null where too little is known. */
    @Nullable OrderedLogit logit(int fewest) {
        return OrderedRows.fit(
                rows.stream()
                        .map(row -> new OrderedRows.Row(row.supremacy(), row.outcome()))
                        .toList(),
                fewest);
    }
}
