package io.touchline.prediction.score;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.grid.GridMarket;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.inplay.InPlayModel;
import io.touchline.domain.odds.OutcomeProbabilities;
import io.touchline.prediction.calibrate.Temperature;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Assessment;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.inplay.InPlayContent;
import io.touchline.prediction.model.market.MarketModel;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.ModelVote;
import io.touchline.schema.Prediction;
import io.touchline.schema.Reason;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes a prediction of a vector with the models that were in force at the vector's time. */
public final class Scorer {

    /** Version of models that need no training. */
    private static final String NO_TRAINING = "0";

    private static final double SMALLEST = 1e-6;

    private final ModelReleases releases;
    private final InstantSource clock;
    private final Consumer<Boolean> counted;
    private final InPlayScorer inPlay;

    /**
     * A scorer.
     *
     * @param counted told true for each prediction, false for each vector of which no model has an opinion
     */
    public Scorer(ModelReleases releases, InstantSource clock, Consumer<Boolean> counted) {
        this.releases = releases;
        this.clock = clock;
        this.counted = counted;
        this.inPlay = new InPlayScorer(new InPlayModel(InPlayContent.shipped()), InPlayContent.SHIPPED_VERSION, clock);
    }

    /** One prediction; none where no model has an opinion. */
    public Iterable<Prediction> score(FeatureVector vector) {
        Ensemble ensemble = releases.at(vector.getAsOf());
        if (vector.getCutoff().equals(Cutoff.IN_PLAY.name())) {
            return inPlay.score(vector, ensemble).stream()
                    .peek(prediction -> counted.accept(true))
                    .toList();
        }
        List<Prediction> predictions = ensemble
                .assess(MatchInput.of(vector))
                .map(assessment -> sharpened(assessment, releases.sharpness(ensemble.version())))
                .map(assessment -> prediction(vector, ensemble, assessment))
                .stream()
                .toList();
        counted.accept(!predictions.isEmpty());
        return predictions;
    }

    /** What service has learned of the calibration, put back on a grid. */
    private static Assessment sharpened(Assessment said, double sharpness) {
        if (sharpness == 1) {
            return said;
        }
        ScoreGrid grid = said.grid();
        double[] result = Temperature.applied(new double[] {grid.homeWin(), grid.draw(), grid.awayWin()}, sharpness);
        double over = Math.clamp(grid.over(2.5), SMALLEST, 1 - SMALLEST);
        return new Assessment(
                ScoreGrid.fit(result[0], result[1], result[2], over, grid.rho()),
                said.confidence(),
                said.votes(),
                said.reasons());
    }

    private Prediction prediction(FeatureVector vector, Ensemble ensemble, Assessment assessment) {
        return Prediction.newBuilder()
                .setFixtureId(vector.getFixtureId())
                .setCompetition(vector.getCompetition())
                .setKickoffAt(vector.getKickoffAt())
                .setCutoff(vector.getCutoff())
                .setAsOf(vector.getAsOf())
                .setModelVersion(Ensemble.NAME + "@" + ensemble.version())
                .setHomeRate(assessment.grid().homeRate())
                .setAwayRate(assessment.grid().awayRate())
                .setRho(assessment.grid().rho())
                .setMarkets(markets(assessment.grid()))
                .setConfidence(assessment.confidence())
                .setVotes(votes(ensemble, assessment))
                .setReasons(assessment.reasons().stream()
                        .map(effect -> new Reason(effect.name(), effect.value(), effect.effect()))
                        .toList())
                .setEmittedAt(Instant.ofEpochMilli(clock.millis()))
                .build();
    }

    /** Every market of a grid of scores, as a prediction tells it; the list can be added to. */
    static List<MarketProbabilities> markets(ScoreGrid grid) {
        List<MarketProbabilities> markets = new ArrayList<>();
        for (GridMarket market : grid.marketProbabilities()) {
            List<SelectionProbability> selections =
                    new ArrayList<>(market.selections().size());
            for (GridMarket.GridSelection each : market.selections()) {
                OutcomeProbabilities outcomes = each.outcomes();
                selections.add(new SelectionProbability(
                        each.selection(), outcomes.win(), outcomes.halfWin(), outcomes.push(), outcomes.halfLoss()));
            }
            markets.add(new MarketProbabilities(market.market().name(), market.line(), selections));
        }
        return markets;
    }

    private static List<ModelVote> votes(Ensemble ensemble, Assessment assessment) {
        return assessment.votes().stream()
                .map(vote -> new ModelVote(
                        vote.model(),
                        version(ensemble, vote.model()),
                        vote.weight(),
                        vote.forecast().home(),
                        vote.forecast().draw(),
                        vote.forecast().away()))
                .toList();
    }

    private static String version(Ensemble ensemble, String model) {
        boolean untrainedElo = model.equals(EloModel.NAME) && ensemble.version().equals(Ensemble.UNTRAINED);
        return model.equals(MarketModel.NAME) || untrainedElo ? NO_TRAINING : ensemble.version();
    }
}
