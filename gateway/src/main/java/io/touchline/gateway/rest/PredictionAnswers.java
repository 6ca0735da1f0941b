package io.touchline.gateway.rest;

import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.ModelVote;
import io.touchline.schema.Prediction;
import io.touchline.schema.Reason;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers about predictions. */
final class PredictionAnswers {

    private PredictionAnswers() {}

    @Meaning("One selection's chances.")
    record Chance(
            String selection,

            @Meaning("probability that the whole stake wins")
            double win,

            @Meaning("half wins, half comes back (quarter lines)")
            double halfWin,

            @Meaning("the stake comes back") double push,

            @Meaning("half is lost, half comes back (quarter lines)")
            double halfLoss,

            @Meaning("odds at which the edge is 0; null where there are none") @Nullable Double fairOdds) {}

    @Meaning("One market's chances.")
    record MarketChances(String market, @Nullable Double line, List<Chance> selections) {}

    @Meaning("One model's own view of the match result.")
    record Vote(
            String model,
            String version,
            @Meaning("in the blend, 0 to 1") double weight,
            double home,
            double draw,
            double away) {}

    @Meaning("One reason.")
    record Why(
            @Meaning("feature or model") String name,
            @Meaning("null where it has none") @Nullable Double value,

            @Meaning("how far it moves the probability of a home win, -1 to 1")
            double effect) {}

    @Meaning("The newest prediction of a match.")
    record MatchPrediction(
            String matchId,
            String competition,
            Instant kickoffAt,

            @Meaning("OPENING, HOURS_24, HOUR_1, CLOSING or IN_PLAY")
            String cutoff,

            @Meaning("time of the newest thing that it knows")
            Instant asOf,

            String modelVersion,

            @Meaning("expected goals in the rest of the match")
            double homeRate,

            @Meaning("expected goals in the rest of the match")
            double awayRate,

            @Meaning("correlation of low scores") double rho,
            @Meaning("0 to 1") double confidence,
            List<MarketChances> markets,
            List<Vote> votes,
            @Meaning("largest first") List<Why> reasons) {}

    @Meaning("Which predictions are wanted.")
    record BatchQuestion(@Meaning("1 to 100 match ids") List<String> matchIds) {}

    @Meaning("Predictions of several matches.")
    record Batch(
            @Meaning("in the order asked") List<MatchPrediction> items,
            @Meaning("match ids without a prediction") List<String> missing) {}

    static MatchPrediction prediction(Prediction prediction) {
        return new MatchPrediction(
                prediction.getFixtureId(),
                prediction.getCompetition(),
                prediction.getKickoffAt(),
                prediction.getCutoff(),
                prediction.getAsOf(),
                prediction.getModelVersion(),
                prediction.getHomeRate(),
                prediction.getAwayRate(),
                prediction.getRho(),
                prediction.getConfidence(),
                prediction.getMarkets().stream().map(PredictionAnswers::market).toList(),
                votes(prediction.getVotes()),
                reasons(prediction.getReasons()));
    }

    private static MarketChances market(MarketProbabilities market) {
        return new MarketChances(market.getMarket(), market.getLine(), chances(market.getSelections()));
    }

    static List<Chance> chances(List<SelectionProbability> selections) {
        return selections.stream()
                .map(chance -> new Chance(
                        chance.getSelection(),
                        chance.getWin(),
                        chance.getHalfWin(),
                        chance.getPush(),
                        chance.getHalfLoss(),
                        Values.fairOdds(chance)))
                .toList();
    }

    static List<Vote> votes(List<ModelVote> votes) {
        return votes.stream()
                .map(vote -> new Vote(
                        vote.getModel(),
                        vote.getVersion(),
                        vote.getWeight(),
                        vote.getHome(),
                        vote.getDraw(),
                        vote.getAway()))
                .toList();
    }

    static List<Why> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Why(reason.getName(), reason.getValue(), reason.getEffect()))
                .toList();
    }
}
