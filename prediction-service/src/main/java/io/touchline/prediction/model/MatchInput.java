package io.touchline.prediction.model;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.util.function.ToDoubleFunction;

/**
 * What the models are given of one match at one moment. Numbers are NaN where unknown.
 *
 * @param competition code
 * @param homeTeam id
 * @param awayTeam id
 * @param cutoff of the vector
 * @param eloDifference rating points: home plus advantage minus away
 * @param marketHome fair probability of a home win by the bookmakers' consensus
 * @param marketDraw the same of a draw
 * @param marketAway the same of an away win
 * @param marketOver25 fair probability of three goals or more
 */
public record MatchInput(
        String competition,
        String homeTeam,
        String awayTeam,
        Cutoff cutoff,
        double eloDifference,
        double marketHome,
        double marketDraw,
        double marketAway,
        double marketOver25) {

    /** Reads a vector by the features' names. */
    public static MatchInput of(FeatureVector vector) {
        return of(
                vector.getCompetition(),
                vector.getHomeTeam(),
                vector.getAwayTeam(),
                Cutoff.valueOf(vector.getCutoff()),
                name -> FeatureCatalogue.value(vector, name));
    }

    /** Reads values by the features' names. */
    public static MatchInput of(
            String competition, String homeTeam, String awayTeam, Cutoff cutoff, ToDoubleFunction<String> value) {
        return new MatchInput(
                competition,
                homeTeam,
                awayTeam,
                cutoff,
                value.applyAsDouble("elo_difference"),
                value.applyAsDouble("market_fair_home"),
                value.applyAsDouble("market_fair_draw"),
                value.applyAsDouble("market_fair_away"),
                value.applyAsDouble("market_fair_over25"));
    }

    /** The same as if no bookmaker had quoted anything. */
    public MatchInput withoutMarket() {
        return new MatchInput(
                competition, homeTeam, awayTeam, cutoff, eloDifference, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
