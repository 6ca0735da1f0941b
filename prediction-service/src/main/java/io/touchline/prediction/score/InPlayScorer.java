package io.touchline.prediction.score;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayForecast;
import io.touchline.domain.inplay.InPlayModel;
import io.touchline.domain.inplay.Situation;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Assessment;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.inplay.InPlayInput;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.ModelVote;
import io.touchline.schema.Prediction;
import io.touchline.schema.Reason;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes a prediction of a running match: what the ensemble said at the close becomes rates, the remaining-goals model does the rest. Markets are those of 90 minutes and stoppage time: in
 * extra time and penalties it says how they were settled.
 */
final class InPlayScorer {

    static final String MODEL = "in_play";
    static final String NEXT_GOAL = "NEXT_GOAL";

    private static final double SMALLEST_EFFECT = 0.0005;

    private final InPlayModel model;
    private final String version;
    private final InstantSource clock;

    InPlayScorer(InPlayModel model, String version, InstantSource clock) {
        this.model = model;
        this.version = version;
        this.clock = clock;
    }

    /** One prediction; empty before kickoff, after the final whistle, where nothing was believed before the match, and in extra time where the score after 90 minutes is not sure. */
    Optional<Prediction> score(FeatureVector vector, Ensemble ensemble) {
        Optional<InPlayInput> input = InPlayInput.of(vector);
        if (input.isEmpty()) {
            return Optional.empty();
        }
        return ensemble.assess(MatchInput.of(vector).at(Cutoff.CLOSING))
                .map(before -> prediction(vector, ensemble, before, input.get()));
    }

    private Prediction prediction(FeatureVector vector, Ensemble ensemble, Assessment before, InPlayInput input) {
        ScoreGrid grid = before.grid();
        double over = grid.over(2.5);
        GoalRates rates = model.rates(grid.homeWin(), grid.draw(), grid.awayWin(), over);
        GoalClock.Remainder left = model.parameters().clock().left(input.phase(), input.minute());
        InPlayForecast now = model.forecast(rates, model.goalsFactor(rates, over), left, input.situation());
        double[] result = now.result();
        return Prediction.newBuilder()
                .setFixtureId(vector.getFixtureId())
                .setCompetition(vector.getCompetition())
                .setKickoffAt(vector.getKickoffAt())
                .setCutoff(vector.getCutoff())
                .setAsOf(vector.getAsOf())
                .setModelVersion(Ensemble.NAME + "@" + ensemble.version() + " " + MODEL + "@" + version)
                .setHomeRate(now.finalScores().homeRate())
                .setAwayRate(now.finalScores().awayRate())
                .setRho(0.0)
                .setMarkets(markets(now))
                .setConfidence(before.confidence())
                .setVotes(List.of(
                        new ModelVote(MODEL, version, 1.0, result[0], result[1], result[2]),
                        new ModelVote(
                                Ensemble.BLEND, ensemble.version(), 0.0, grid.homeWin(), grid.draw(), grid.awayWin())))
                .setReasons(reasons(rates, left, input, grid.homeWin(), result[0]))
                .setEmittedAt(Instant.ofEpochMilli(clock.millis()))
                .build();
    }

    /** The way from the home win before the match to that of now, a step a cause: score and clock, cards, chances. */
    private List<Reason> reasons(
            GoalRates rates, GoalClock.Remainder left, InPlayInput input, double before, double now) {
        Situation so = input.situation();
        double byScore = model.result(rates, left, Situation.ofScore(so.homeGoals(), so.awayGoals()))[0];
        double byCards = model.result(
                        rates,
                        left,
                        new Situation(
                                so.homeGoals(),
                                so.awayGoals(),
                                so.homeReds(),
                                so.awayReds(),
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                Double.NaN))[0];
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("in_play_score_and_clock", (double) so.homeGoals() - so.awayGoals(), byScore - before));
        reasons.add(new Reason("in_play_red_cards", (double) so.awayReds() - so.homeReds(), byCards - byScore));
        reasons.add(new Reason("in_play_chances", so.homeShots() - so.awayShots(), now - byCards));
        reasons.removeIf(reason -> Math.abs(reason.getEffect()) < SMALLEST_EFFECT);
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.getEffect())));
        return reasons;
    }

    private static List<MarketProbabilities> markets(InPlayForecast now) {
        List<MarketProbabilities> markets = Scorer.markets(now.finalScores());
        markets.add(new MarketProbabilities(
                NEXT_GOAL,
                null,
                List.of(
                        new SelectionProbability("HOME", now.homeNext(), 0.0, 0.0, 0.0),
                        new SelectionProbability("NONE", now.noneNext(), 0.0, 0.0, 0.0),
                        new SelectionProbability("AWAY", now.awayNext(), 0.0, 0.0, 0.0))));
        return markets;
    }
}
