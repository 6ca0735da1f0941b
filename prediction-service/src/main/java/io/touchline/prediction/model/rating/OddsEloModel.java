package io.touchline.prediction.model.rating;

import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last closing prices said of both teams, through an ordered logit: an opinion of matches that are not quoted yet. Silent where no prices were ever seen. */
public final class OddsEloModel implements Model {

    public static final String NAME = "odds_elo";

    private final OddsRatings ratings;
    private final @Nullable OrderedLogit logit;

    /** A model; a null logit has learned nothing. */
    public OddsEloModel(OddsRatings ratings, @Nullable OrderedLogit logit) {
        this.ratings = ratings;
        this.logit = logit;
    }

    /** Knows nobody. */
    public static OddsEloModel untrained() {
        return new OddsEloModel(OddsRatings.empty(), null);
    }

    public OddsRatings ratings() {
        return ratings;
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
        double x = ratings.supremacy(match.competition(), match.homeTeam(), match.awayTeam());
        return logit == null || Double.isNaN(x) ? Optional.empty() : Optional.of(PiModel.of(logit.probabilities(x)));
    }
}
