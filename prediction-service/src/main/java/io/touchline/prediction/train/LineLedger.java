package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.RidgeSums;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.line.LineState;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns the closing line from matches of which both the earlier and the closing prices are known. Each match is noted once, with what the model in force said of it, and weighs less as time goes by.
 */
final class LineLedger {

    private static final double HALF_LIFE_DAYS = 700;
    private static final double RIDGE = 100;
    private static final int FEWEST_ROWS = 500;

    private final RidgeSums sums = new RidgeSums(LineModel.NUMBERS, 2);
    private final List<LineState.Moved> fresh = new ArrayList<>();
    private Instant weighedAt = Instant.MIN;
    private LineState state = LineState.empty();

    /** Notes a match, by the model that was in force when its earlier prices were told. */
    void note(PlayedMatch result, List<TimedInput> inputs, LineModel inForce) {
        Optional<MatchInput> earlier = find(inputs, Cutoff.OPENING);
        Optional<MatchInput> close = find(inputs, Cutoff.CLOSING);
        if (earlier.isEmpty() || close.isEmpty()) {
            return;
        }
        Optional<double[]> from = LineModel.line(earlier.get());
        Optional<double[]> to = LineModel.line(close.get());
        Optional<double[]> numbers = inForce.numbers(earlier.get());
        if (from.isEmpty() || to.isEmpty() || numbers.isEmpty()) {
            return;
        }
        double[] move = {to.get()[0] - from.get()[0], to.get()[1] - from.get()[1]};
        sums.add(numbers.get(), move);
        fresh.add(new LineState.Moved(
                LineModel.key(result.competition(), result.homeTeam()),
                LineModel.key(result.competition(), result.awayTeam()),
                result.competition(),
                from.get()[0],
                move[0],
                move[1],
                result.score().home() - result.score().away(),
                result.statistics().homeOnTarget() - result.statistics().awayOnTarget()));
    }

    private static Optional<MatchInput> find(List<TimedInput> inputs, Cutoff cutoff) {
        return inputs.stream()
                .map(TimedInput::input)
                .filter(input -> input.cutoff() == cutoff)
                .findFirst();
    }

    /** The model on what was noted until a moment. */
    LineModel at(Instant moment, StrengthModel strength) {
        state = state.after(fresh);
        fresh.clear();
        if (moment.isAfter(weighedAt)) {
            if (!weighedAt.equals(Instant.MIN)) {
                double days = Duration.between(weighedAt, moment).toHours() / 24.0;
                sums.decay(Math.pow(0.5, days / HALF_LIFE_DAYS));
            }
            weighedAt = moment;
        }
        return new LineModel(strength, state, sums.rows() < FEWEST_ROWS ? new double[0][] : sums.coefficients(RIDGE));
    }
}
