package io.touchline.prediction.model.blend;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.prediction.calibrate.Calibration;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.market.MarketModel;
import io.touchline.prediction.model.rating.OddsEloModel;
import io.touchline.prediction.model.rating.PiModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.trees.TreeModel;
import io.touchline.prediction.model.trees.TreeModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One release of all models and their blend: the {@link Pool} of the votes, fitted back on one grid of scores. Immutable.
 *
 * @param version text that increases with each release; {@link #UNTRAINED} where nothing was learned
 * @param elo ordered logit
 * @param dixonColes goals
 * @param strength goals, shots and corners followed from match to match
 * @param line where the prices will close
 * @param pi ordered logit of pi-ratings
 * @param oddsElo ratings that learned from prices
 * @param trees over the whole vector
 * @param weights of the blend
 * @param calibration of the pooled result
 * @param homeShare share of home wins that was learned: what reasons are measured against
 */
public record Ensemble(
        String version,
        EloModel elo,
        DixonColesModel dixonColes,
        StrengthModel strength,
        LineModel line,
        PiModel pi,
        OddsEloModel oddsElo,
        TreeModels trees,
        BlendWeights weights,
        Calibration calibration,
        double homeShare) {

    /** Without the ratings beside Elo, without trees, not calibrated. */
    public Ensemble(
            String version,
            EloModel elo,
            DixonColesModel dixonColes,
            StrengthModel strength,
            LineModel line,
            BlendWeights weights,
            double homeShare) {
        this(
                version,
                elo,
                dixonColes,
                strength,
                line,
                new PiModel(null),
                OddsEloModel.untrained(),
                TreeModels.none(),
                weights,
                Calibration.nothing(),
                homeShare);
    }

    /** Version of what needs no training. */
    public static final String UNTRAINED = "untrained";

    public static final String NAME = "ensemble";
    public static final String BLEND = "blend";

    /** Correlation of low scores where no goal model was fitted: about what it is in most leagues. */
    private static final double USUAL_RHO = -0.05;

    /** Long-run share of home wins in European leagues. */
    private static final double USUAL_HOME_SHARE = 0.45;

    private static final double SMALLEST = 1e-4;
    private static final MarketModel MARKET = new MarketModel();

    /** The market, Elo with its default thresholds, start weights. */
    public static Ensemble untrained() {
        return new Ensemble(
                UNTRAINED,
                EloModel.untrained(),
                DixonColesModel.untrained(),
                StrengthModel.untrained(),
                LineModel.untrained(),
                BlendWeights.start(),
                USUAL_HOME_SHARE);
    }

    /** The models in the order of their votes. */
    public List<Model> models() {
        List<Model> models = new ArrayList<>(10);
        models.add(MARKET);
        models.add(line);
        models.addAll(trees.models(line, strength));
        models.addAll(List.of(strength, dixonColes, oddsElo, elo, pi));
        return models;
    }

    /** The votes of the models that have an opinion, in the order of {@link #models}, their weights sharing out those of the others as {@link Ballot} does. */
    public List<Vote> votes(MatchInput match) {
        Optional<Forecast> opinion = strength.forecast(match);
        Optional<double[]> numbers = line.numbers(match, opinion);
        Optional<Forecast> market = MARKET.forecast(match);
        Ballot ballot = new Ballot(weights, match.cutoff(), market.isPresent());
        ballot.add(MARKET, market);
        ballot.add(line, line.forecast(match, numbers));
        List<TreeModel> families = trees.models(line, strength);
        if (!families.isEmpty()) {
            TreeModel.Asked asked = families.getFirst().asked(match, opinion, numbers);
            Map<String, Forecast> said = asked == null ? Map.of() : trees.forecasts(asked);
            families.forEach(family -> ballot.add(family, Optional.ofNullable(said.get(family.name()))));
        }
        ballot.add(strength, opinion);
        ballot.add(dixonColes, dixonColes.forecast(match));
        ballot.add(oddsElo, oddsElo.forecast(match));
        ballot.add(elo, elo.forecast(match));
        ballot.add(pi, pi.forecast(match));
        return ballot.votes();
    }

    /** The blended opinion with its reasons; empty where no model has one. */
    public Optional<Assessment> assess(MatchInput match) {
        return blended(match)
                .map(blended -> new Assessment(
                        blended.grid(),
                        blended.confidence(),
                        blended.votes(),
                        new Reasons(this).of(match, blended.votes())));
    }

    /** The same without reasons, which take longer than all the rest. */
    public Optional<Assessment> blended(MatchInput match) {
        List<Vote> votes = votes(match);
        return votes.isEmpty() ? Optional.empty() : Optional.of(blended(match, votes));
    }

    /** Home, draw, away by the votes alone, before any calibration: what one is learned on. */
    public static double[] pooled(List<Vote> votes) {
        double[][] results = new double[votes.size()][];
        double[] shares = new double[results.length];
        for (int v = 0; v < results.length; v++) {
            results[v] = votes.get(v).forecast().result();
            shares[v] = votes.get(v).weight();
        }
        double[] result = Pool.mean(results, shared(shares));
        inside(result);
        return result;
    }

    private Assessment blended(MatchInput match, List<Vote> votes) {
        double[] result = calibration.applied(match.cutoff(), match.competition(), pooled(votes));
        inside(result);
        ScoreGrid grid = ScoreGrid.fit(result[0], result[1], result[2], over25(match, votes), rho(match));
        boolean marketVotes = votes.stream().anyMatch(vote -> vote.model().equals(MarketModel.NAME));
        int known = Math.max(dixonColes.knownMatches(match), strength.knownMatches(match));
        double confidence = Confidence.of(votes, result, known, marketVotes);
        return new Assessment(grid, confidence, votes, List.of());
    }

    /** Weights in the same proportions that sum to 1; equal ones where all are 0. */
    private static double[] shared(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
        }
        return weights;
    }

    /** Of those that speak of goals by themselves; NaN where none does. */
    private double over25(MatchInput match, List<Vote> votes) {
        Map<String, Double> over = weights.ofOver(match.cutoff());
        double[][] overUnder = new double[votes.size()][];
        double[] shares = new double[overUnder.length];
        int speaking = 0;
        for (Vote vote : votes) {
            double said = vote.forecast().over25();
            if (!Double.isNaN(said) && !vote.model().equals(LineModel.NAME)) {
                overUnder[speaking] = new double[] {said, 1 - said};
                shares[speaking++] = over.getOrDefault(vote.model(), 0.0);
            }
        }
        if (speaking == 0) {
            return Double.NaN;
        }
        double[] mean = Pool.mean(Arrays.copyOf(overUnder, speaking), shared(Arrays.copyOf(shares, speaking)));
        return Math.clamp(mean[0], SMALLEST, 1 - SMALLEST);
    }

    /** A grid has no impossible result: at least one in ten thousand each. */
    private static void inside(double[] result) {
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(SMALLEST, result[i]);
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
    }

    private double rho(MatchInput match) {
        DixonColesModel.Fitted fitted = dixonColes.byAssociation().get(DixonColesModel.group(match.competition()));
        return fitted == null ? USUAL_RHO : fitted.fit().rho();
    }
}
