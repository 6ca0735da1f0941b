package io.touchline.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.prediction.score.ModelReleases;
import io.touchline.prediction.score.Scorer;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.ModelVote;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What prediction says of vectors in play, checked against what must hold of any match. Prices before kickoff are put in where a recording has none. */
final class InPlayAnswers {

    private static final double ROUNDING = 1e-9;
    private static final int SECOND_HALF = 3;
    private static final int WAITING = 4;
    private static final int STOPPAGE = 6;
    private static final int PENALTIES = 6;
    private static final Map<String, Float> PRICES = Map.of(
            "market_fair_home", 0.45f,
            "market_fair_draw", 0.27f,
            "market_fair_away", 0.28f,
            "market_fair_over25", 0.52f);

    private InPlayAnswers() {}

    /** How many of the vectors were answered; each that belongs to the 90 minutes is, and after the match none. In extra time an answer is certain. */
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
            boolean settled = period >= WAITING && period <= PENALTIES;
            assertThat(predictions)
                    .as("%s at %s in period %s", vector.getFixtureId(), vector.getAsOf(), period)
                    .hasSizeBetween(running || period == WAITING ? 1 : 0, running || settled ? 1 : 0);
            predictions.forEach(prediction -> check(prediction, vector, settled));
            answered += predictions.size();
        }
        return answered;
    }

    /**
     * Minute by minute, from the events of a match as StatsBomb tells them, through the scorer: goals, own goals, red cards, shots and their expected goals.
     *
     * @return home win, draw and away win at the end
     */
    static double[] checkMinutes(JsonNode events, String home, FeatureVector like, InstantSource clock) {
        Scorer scorer = new Scorer(new ModelReleases(), clock, scored -> {});
        float[] said = new float[8];
        double[] last = new double[3];
        for (int half = 1; half <= 2; half++) {
            // one goal of the second half is told in minute 44
            for (int minute = half == 1 ? 0 : 44; minute <= 90 + STOPPAGE; minute++) {
                if (half == 1 && minute > 45 + STOPPAGE) {
                    break;
                }
                for (JsonNode event : events) {
                    if (event.path("period").asInt() == half
                            && event.path("minute").asInt() == minute) {
                        count(
                                event,
                                said,
                                event.path("team").path("name").asString().equals(home) ? 0 : 1);
                    }
                }
                last = answer(scorer, vector(like, half == 1 ? 1 : 3, Math.min(minute, half * 45), said), false);
                assertThat(last[0] + last[1] + last[2]).isCloseTo(1, within(ROUNDING));
            }
        }
        assertThat(said[0] + said[1]).as("goals").isEqualTo(4);
        return answer(scorer, vector(like, WAITING, 90, said), true);
    }

    /** Goals, red cards, shots and expected goals of home and away. */
    private static void count(JsonNode event, float[] said, int side) {
        switch (event.path("type").path("name").asString()) {
            case "Shot" -> {
                said[4 + side]++;
                said[6 + side] +=
                        (float) event.path("shot").path("statsbomb_xg").asDouble();
                said[side] += event.path("shot")
                                .path("outcome")
                                .path("name")
                                .asString()
                                .equals("Goal")
                        ? 1
                        : 0;
            }
            case "Own Goal Against" -> said[1 - side]++;
            case "Foul Committed", "Bad Behaviour" -> {
                String card = event.findPath("card").path("name").asString("");
                said[2 + side] += card.equals("Red Card") || card.equals("Second Yellow") ? 1 : 0;
            }
            default -> {}
        }
    }

    private static FeatureVector vector(FeatureVector like, float period, float minute, float[] said) {
        FeatureVector vector = priced(like);
        String[] names = {"goals", "red_cards", "shots", "xg"};
        for (int i = 0; i < said.length; i++) {
            set(vector, "in_play_" + names[i / 2] + (i % 2 == 0 ? "_home" : "_away"), said[i]);
        }
        set(vector, "in_play_period", period);
        set(vector, "in_play_minute", minute);
        return vector;
    }

    private static void set(FeatureVector vector, String name, float value) {
        vector.getValues().set(FeatureCatalogue.position(name), value);
    }

    private static double[] answer(Scorer scorer, FeatureVector vector, boolean settled) {
        List<Prediction> predictions = new ArrayList<>();
        scorer.score(vector).forEach(predictions::add);
        assertThat(predictions).hasSize(1);
        check(predictions.getFirst(), vector, settled);
        ModelVote vote = predictions.getFirst().getVotes().getFirst();
        return new double[] {vote.getHome(), vote.getDraw(), vote.getAway()};
    }

    private static void check(Prediction prediction, FeatureVector vector, boolean settled) {
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
                assertThat(market.getSelections()).allSatisfy(each -> {
                    if (settled) {
                        assertThat(each.getWin()).isIn(0.0, 1.0);
                    } else {
                        assertThat(each.getWin()).isStrictlyBetween(0.0, 1.0);
                    }
                });
            }
            Double line = market.getLine();
            if (market.getMarket().equals("TOTAL_GOALS") && line != null && line % 1 == 0.5) {
                double over = market.getSelections().getFirst().getWin();
                if (goals > line) {
                    assertThat(over).isCloseTo(1, within(ROUNDING));
                } else if (!settled) {
                    assertThat(over).isLessThan(1);
                } else {
                    assertThat(over).isZero();
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
