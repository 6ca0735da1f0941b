package io.touchline.prediction.model;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.schema.FeatureVector;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param marketOver25 fair probability of three goals or more, by the line nearest to even chances where nobody quotes 2.5
 * @param kickoffAt scheduled start; null where unknown
 * @param features the whole vector
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
        double marketOver25,
        @Nullable Instant kickoffAt,
        FeatureValues features) {

    /** Without a kickoff and the rest of the vector. */
    public MatchInput(
            String competition,
            String homeTeam,
            String awayTeam,
            Cutoff cutoff,
            double eloDifference,
            double marketHome,
            double marketDraw,
            double marketAway,
            double marketOver25) {
        this(
                competition,
                homeTeam,
                awayTeam,
                cutoff,
                eloDifference,
                marketHome,
                marketDraw,
                marketAway,
                marketOver25,
                null,
                FeatureValues.NONE);
    }

    /** Reads a vector by the features' names. */
    public static MatchInput of(FeatureVector vector) {
        return of(
                vector.getCompetition(),
                vector.getHomeTeam(),
                vector.getAwayTeam(),
                Cutoff.valueOf(vector.getCutoff()),
                vector.getKickoffAt(),
                FeatureValues.of(vector));
    }

    /** Reads values by the features' names. */
    public static MatchInput of(
            String competition,
            String homeTeam,
            String awayTeam,
            Cutoff cutoff,
            Instant kickoffAt,
            FeatureValues features) {
        return new MatchInput(
                competition,
                homeTeam,
                awayTeam,
                cutoff,
                features.value("elo_difference"),
                features.value("market_fair_home"),
                features.value("market_fair_draw"),
                features.value("market_fair_away"),
                over25(features),
                kickoffAt,
                features);
    }

    private static double over25(FeatureValues features) {
        double quoted = features.value("market_fair_over25");
        return Double.isNaN(quoted)
                ? MainTotal.over25(features.value("market_total_line"), features.value("market_total_over"))
                : quoted;
    }

    /** The same at another cut-off. */
    public MatchInput at(Cutoff other) {
        return new MatchInput(
                competition,
                homeTeam,
                awayTeam,
                other,
                eloDifference,
                marketHome,
                marketDraw,
                marketAway,
                marketOver25,
                kickoffAt,
                features);
    }

    /** The same as if no bookmaker had quoted anything. */
    public MatchInput withoutMarket() {
        return new MatchInput(
                competition,
                homeTeam,
                awayTeam,
                cutoff,
                eloDifference,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                kickoffAt,
                features.withoutMarket());
    }
}
