package io.touchline.prediction.model.elo;

import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import java.util.Optional;

/**
 * The difference of Elo ratings, home advantage included, through an ordered logit. Says nothing of goals.
 *
 * <p>Hvattum, L. M., Arntzen, H. (2010). Using ELO ratings for match result prediction in association football. International Journal
 * of Forecasting 26, 460-470.
 */
public final class EloModel implements Model {

    public static final String NAME = "elo";

    /** The logit's x is the difference in hundreds of points. */
    private static final double POINTS = 100;

    private final OrderedLogit logit;

    public EloModel(OrderedLogit logit) {
        this.logit = logit;
    }

    /**
     * Used until something was learned: thresholds and slope of England, Germany, Spain, Italy and France, first divisions, 2001 to 2010,
     * with ratings of K 20, goal margin and 65 points of home advantage; run as {@code EloModelTest#untrained}.
     */
    public static EloModel untrained() {
        return new EloModel(new OrderedLogit(new double[] {-0.82, 0.45}, 0.48));
    }

    /** What the logit is fitted on. */
    public static double x(MatchInput match) {
        return match.eloDifference() / POINTS;
    }

    public OrderedLogit logit() {
        return logit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        if (!Double.isFinite(match.eloDifference())) {
            return Optional.empty();
        }
        double[] p = logit.probabilities(x(match));
        return Optional.of(new Forecast(p[2], p[1], p[0], Double.NaN));
    }
}
