package io.touchline.prediction.model.rating;

import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.schema.FeatureCatalogue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The difference of pi-ratings, as the vector brings it, through an ordered logit. Says nothing of goals.
 *
 * <p>Constantinou, A. C., Fenton, N. E. (2013). Determining the level of ability of football teams by dynamic ratings based on the relative discrepancies in scores between adversaries. Journal of Quantitative
 * Analysis in Sports 9(1), 37-50.
 */
public final class PiModel implements Model {

    public static final String NAME = "pi";

    private static final int DIFFERENCE = FeatureCatalogue.position("pi_rating_difference");

    private final @Nullable OrderedLogit logit;

    /** A model; null has learned nothing. */
    public PiModel(@Nullable OrderedLogit logit) {
        this.logit = logit;
    }

    /** What the logit is fitted on, in goals; NaN where it is unknown. */
    public static double x(MatchInput match) {
        return match.features().value(DIFFERENCE);
    }

    public @Nullable OrderedLogit logit() {
        return logit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        double x = x(match);
        return logit == null || !Double.isFinite(x) ? Optional.empty() : Optional.of(of(logit.probabilities(x)));
    }

    static Forecast of(double[] awayDrawHome) {
        return new Forecast(awayDrawHome[2], awayDrawHome[1], awayDrawHome[0], Double.NaN);
    }
}
