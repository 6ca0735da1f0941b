package io.touchline.prediction.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.prediction.model.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightFitTest {

    private static final Map<String, Double> START = Map.of("market", 0.6, "elo", 0.2, "dixon_coles", 0.2);

    @Test
    void nothingLearned_keepsTheStart() {
        Map<String, Double> weights =
                WeightFit.fit(List.of(), START, Map.of("market", 0.1, "elo", 0.1, "dixon_coles", 0.8));
        START.forEach((model, weight) -> assertThat(weights.get(model)).isCloseTo(weight, within(1e-3)));
    }

    @Test
    void theModelThatKnows_getsTheWeight() {
        List<WeightFit.Past> past = past(20_000, 1);
        Map<String, Double> weights = WeightFit.fit(past, START, START);
        assertThat(weights.values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-9));
        assertThat(weights.get("market")).isGreaterThan(0.7);
        assertThat(loss(past, weights)).isLessThan(loss(past, START));
    }

    @Test
    void found_isAtTheBottom_whereverItBegan() {
        List<WeightFit.Past> past = past(400, 2);
        Map<String, Double> one = WeightFit.fit(past, START, START);
        Map<String, Double> other = WeightFit.fit(past, START, Map.of("market", 0.05, "elo", 0.9, "dixon_coles", 0.05));
        one.forEach((model, weight) -> assertThat(other.get(model)).isCloseTo(weight, within(5e-3)));
    }

    @Test
    void matchesWithoutAllVotes_shareTheWeights() {
        List<WeightFit.Past> past = new ArrayList<>(past(200, 3));
        Map<String, Double> whole = WeightFit.fit(past, START, START);
        past.add(new WeightFit.Past(Map.of("market", new double[] {0.2, 0.3, 0.5}), 2));
        Map<String, Double> more = WeightFit.fit(past, START, START);
        whole.forEach((model, weight) -> assertThat(more.get(model)).isCloseTo(weight, within(5e-3)));
    }

    /** One model says the truth, the others something near it. */
    private static List<WeightFit.Past> past(int count, long seed) {
        Random random = new Random(seed);
        List<WeightFit.Past> past = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] truth = noisy(new double[] {0.45, 0.27, 0.28}, 0.6, random);
            double u = random.nextDouble();
            int outcome = u < truth[0] ? 0 : u < truth[0] + truth[1] ? 1 : 2;
            past.add(new WeightFit.Past(
                    Map.of("market", truth, "elo", noisy(truth, 0.6, random), "dixon_coles", noisy(truth, 0.6, random)),
                    outcome));
        }
        return past;
    }

    private static double[] noisy(double[] p, double size, Random random) {
        double[] noisy = new double[3];
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            noisy[k] = p[k] * Math.exp(size * random.nextGaussian());
            sum += noisy[k];
        }
        for (int k = 0; k < 3; k++) {
            noisy[k] /= sum;
        }
        return noisy;
    }

    private static double loss(List<WeightFit.Past> past, Map<String, Double> weights) {
        double loss = 0;
        for (WeightFit.Past each : past) {
            double[][] p = weights.keySet().stream().map(each.forecasts()::get).toArray(double[][]::new);
            double[] w =
                    weights.values().stream().mapToDouble(Double::doubleValue).toArray();
            loss -= Math.log(Pool.mean(p, w)[each.outcome()]);
        }
        return loss;
    }

    @Test
    void pool_workedExample() {
        double[] pooled = Pool.mean(new double[][] {{0.5, 0.3, 0.2}, {0.4, 0.3, 0.3}}, new double[] {0.5, 0.5});
        assertThat(pooled[0]).isCloseTo(0.4507, within(5e-5));
        assertThat(pooled[1]).isCloseTo(0.3024, within(5e-5));
        assertThat(pooled[2]).isCloseTo(0.2469, within(5e-5));
    }

    @Test
    void confidence_workedExample() {
        List<Vote> votes = List.of(
                new Vote("a", 0.5, new Forecast(0.5, 0.3, 0.2, Double.NaN)),
                new Vote("b", 0.5, new Forecast(0.4, 0.3, 0.3, Double.NaN)));
        double[] blended = {0.45, 0.3, 0.25};
        assertThat(Confidence.of(votes, blended, 30, false)).isCloseTo(0.5625, within(1e-12));
        assertThat(Confidence.of(votes, blended, 0, true)).isCloseTo(0.375, within(1e-12));
        assertThat(Confidence.of(votes.subList(0, 1), blended, 30, false)).isCloseTo(0.375, within(1e-12));
        assertThat(Confidence.of(votes, new double[] {0.9, 0.05, 0.05}, 30, true))
                .isZero();
    }
}
