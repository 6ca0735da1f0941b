package io.touchline.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayModel;
import io.touchline.domain.inplay.Situation;
import io.touchline.prediction.model.inplay.InPlayContent;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.prediction.score.Scorer;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import io.touchline.schema.Shot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What prediction says of vectors in play, checked against what must hold of any match. Prices before kickoff are put in where a recording has none. */
final class InPlayAnswers {

    private static final double ROUNDING = 1e-9;
    private static final int SECOND_HALF = 3;
    private static final Map<String, Float> PRICES = Map.of(
            "market_fair_home", 0.45f,
            "market_fair_draw", 0.27f,
            "market_fair_away", 0.28f,
            "market_fair_over25", 0.52f);

    private InPlayAnswers() {}

    /** How many of the vectors were answered; each that belongs to the 90 minutes is, and no other. */
    static int check(List<FeatureVector> vectors, InstantSource clock) {
        Scorer scorer = new Scorer(new ModelReleases(), clock, scored -> {});
        int answered = 0;
        for (FeatureVector vector : vectors) {
            if (!vector.getCutoff().equals("IN_PLAY")) {
                continue;
            }
            List<Prediction> predictions = new ArrayList<>();
            scorer.score(priced(vector)).forEach(predictions::add);
            float period = value(vector, "in_play_period");
            boolean running = period >= 1 && period <= SECOND_HALF;
            assertThat(predictions)
                    .as("%s at %s in period %s", vector.getFixtureId(), vector.getAsOf(), period)
                    .hasSize(running ? 1 : 0);
            predictions.forEach(prediction -> check(prediction, vector));
            answered += predictions.size();
        }
        return answered;
    }

    /** Minute by minute, from the shots of a match as a vendor told them. */
    static void checkMinutes(Collection<Shot> shots) {
        InPlayModel model = new InPlayModel(InPlayContent.shipped());
        GoalRates rates = model.rates(0.6, 0.22, 0.18, 0.6);
        for (int minute = 0; minute <= GoalClock.LAST; minute++) {
            Situation so = situation(shots, minute);
            GoalClock.Remainder left = model.parameters().clock().afterRunning(minute);
            double[] result = model.forecast(rates, left, so).result();
            assertThat(result[0] + result[1] + result[2]).isCloseTo(1, within(ROUNDING));
            for (double each : result) {
                if (minute < GoalClock.LAST) {
                    assertThat(each).isStrictlyBetween(0.0, 1.0);
                } else {
                    assertThat(each).isIn(0.0, 1.0);
                }
            }
        }
    }

    private static Situation situation(Collection<Shot> shots, int minute) {
        int[] goals = new int[2];
        int[] counts = new int[2];
        double[] xg = new double[2];
        for (Shot shot : shots) {
            if (shot.getMinute() <= minute) {
                int side = shot.getSide().equals("HOME") ? 0 : 1;
                boolean own = shot.getResult().equals("OWN_GOAL");
                goals[own ? 1 - side : side] += own || shot.getResult().equals("GOAL") ? 1 : 0;
                counts[side] += own ? 0 : 1;
                xg[side] += own ? 0 : shot.getXg();
            }
        }
        return new Situation(goals[0], goals[1], 0, 0, counts[0], counts[1], xg[0], xg[1]);
    }

    private static void check(Prediction prediction, FeatureVector vector) {
        float goals = value(vector, "in_play_goals_home") + value(vector, "in_play_goals_away");
        for (MarketProbabilities market : prediction.getMarkets()) {
            for (SelectionProbability each : market.getSelections()) {
                assertThat(each.getWin()).isBetween(0.0, 1.0);
            }
            boolean isResult = market.getMarket().equals("MATCH_RESULT");
            if (isResult || market.getMarket().equals("NEXT_GOAL")) {
                assertThat(market.getSelections().stream()
                                .mapToDouble(SelectionProbability::getWin)
                                .sum())
                        .isCloseTo(1, within(ROUNDING));
            }
            if (isResult) {
                assertThat(market.getSelections())
                        .allSatisfy(each -> assertThat(each.getWin()).isStrictlyBetween(0.0, 1.0));
            }
            Double line = market.getLine();
            if (market.getMarket().equals("TOTAL_GOALS") && line != null && line % 1 == 0.5) {
                double over = market.getSelections().getFirst().getWin();
                if (goals > line) {
                    assertThat(over).isCloseTo(1, within(ROUNDING));
                } else {
                    assertThat(over).isLessThan(1);
                }
            }
        }
    }

    private static FeatureVector priced(FeatureVector vector) {
        List<Float> values = new ArrayList<>(vector.getValues());
        PRICES.forEach((name, price) -> {
            int at = FeatureCatalogue.position(name);
            if (Float.isNaN(values.get(at))) {
                values.set(at, price);
            }
        });
        return FeatureVector.newBuilder(vector).setValues(values).build();
    }

    private static float value(FeatureVector vector, String name) {
        return FeatureCatalogue.value(vector, name);
    }
}
