package io.touchline.prediction.model.trees;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.line.LogRatios;
import io.touchline.prediction.model.strength.StrengthModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decision trees over the whole vector. Where bookmakers quote, before the close, they say how far the prices will move until the close, whose probabilities were their teacher. Elsewhere they say by how much
 * the strength model's probabilities miss what happens, and have seen no odds.
 */
public final class TreeModel implements Model {

    /** The families, in the order of their votes. */
    public static final String XGBOOST = "xgboost";

    public static final String LIGHTGBM = "lightgbm";
    public static final String RANDOM_FOREST = "random_forest";
    public static final List<String> NAMES = List.of(XGBOOST, LIGHTGBM, RANDOM_FOREST);

    private static final double SMALLEST = 0.01;

    private final String name;
    private final LineModel line;
    private final StrengthModel strength;
    private final @Nullable Trained priced;
    private final @Nullable Trained unpriced;

    /** Trees of two outputs, and what they are given. */
    public record Trained(TreeInputs inputs, TreeEnsemble trees) {}

    /**
     * A model.
     *
     * @param line whose numbers the priced trees are given
     * @param strength whose opinion the unpriced trees correct
     * @param priced moves of supremacy and draw until the close; null where nothing was learned
     * @param unpriced what is to be added to home and away; null where nothing was learned
     */
    public TreeModel(
            String name, LineModel line, StrengthModel strength, @Nullable Trained priced, @Nullable Trained unpriced) {
        this.name = name;
        this.line = line;
        this.strength = strength;
        this.priced = priced;
        this.unpriced = unpriced;
    }

    @Override
    public String name() {
        return name;
    }

    public @Nullable Trained priced() {
        return priced;
    }

    public @Nullable Trained unpriced() {
        return unpriced;
    }

    /** What the trees of a match are given, and which ones are asked: the same for all families that were trained together. */
    @SuppressWarnings("ArrayRecordComponent") // made for one use
    public record Asked(boolean isPriced, float[] row, double[] start) {}

    /** Null where there is nothing to go by. */
    public @Nullable Asked asked(MatchInput match) {
        Optional<Forecast> opinion = strength.forecast(match);
        return asked(match, opinion, line.numbers(match, opinion));
    }

    /** The same where the strength model's opinion and the line model's numbers are at hand. */
    public @Nullable Asked asked(MatchInput match, Optional<Forecast> opinion, Optional<double[]> numbers) {
        Trained one = priced;
        if (one != null
                && numbers.isPresent()
                && match.cutoff() != Cutoff.CLOSING
                && match.cutoff() != Cutoff.IN_PLAY) {
            double[] beside = numbers.get();
            return new Asked(true, one.inputs().row(match.features(), beside), LineModel.line(beside));
        }
        Trained other = unpriced;
        return other == null || opinion.isEmpty() || match.features().equals(FeatureValues.NONE)
                ? null
                : new Asked(
                        false,
                        other.inputs().row(match.features(), opinion(opinion.get())),
                        opinion.get().result());
    }

    /** What the unpriced trees are told beside the vector. */
    static double[] opinion(Forecast forecast) {
        LogRatios ratios = LogRatios.of(forecast);
        return new double[] {ratios.supremacy(), ratios.draw()};
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        Asked asked = asked(match);
        return asked == null ? Optional.empty() : Optional.of(forecast(asked));
    }

    /** Its opinion of what was asked by a model of the same training. */
    public Forecast forecast(Asked asked) {
        Trained trained = trained(asked);
        double[] scores = new double[2];
        trained.trees().scores(asked.row(), scores);
        return forecast(asked, scores);
    }

    static Forecast forecast(Asked asked, double[] scores) {
        if (asked.isPriced()) {
            return new LogRatios(asked.start()[0] + scores[0], asked.start()[1] + scores[1]).forecast(Double.NaN);
        }
        double home = Math.max(SMALLEST, asked.start()[0] + scores[0]);
        double away = Math.max(SMALLEST, asked.start()[2] + scores[1]);
        double draw = Math.max(SMALLEST, 1 - home - away);
        double sum = home + draw + away;
        return new Forecast(home / sum, draw / sum, away / sum, Double.NaN);
    }

    private Trained trained(Asked asked) {
        Trained trained = asked.isPriced() ? priced : unpriced;
        if (trained == null) {
            throw new IllegalArgumentException(name + " was not trained on what it is asked");
        }
        return trained;
    }

    /** By how much each number moves the probability of a home win away from what the trees say on average; to first order, from exact Shapley values. */
    public double[] homeWinEffects(Asked asked) {
        Trained trained = trained(asked);
        double[] first = TreeShap.contributions(trained.trees(), 0, asked.row());
        if (!asked.isPriced()) {
            return first;
        }
        double[] second = TreeShap.contributions(trained.trees(), 1, asked.row());
        Forecast now = new LogRatios(asked.start()[0], asked.start()[1]).forecast(Double.NaN);
        double bySupremacy = now.home() * (1 - now.home() + now.away()) / 2;
        double byDraw = -now.home() * now.draw() / 2;
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] * bySupremacy + second[i] * byDraw;
        }
        return first;
    }

    /** Names of what {@link #homeWinEffects} tells of. */
    public List<String> inputNames(Asked asked) {
        return trained(asked).inputs().names();
    }
}
