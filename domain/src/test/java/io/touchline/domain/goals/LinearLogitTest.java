package io.touchline.domain.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.goals.LinearLogit.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearLogitTest {

    @Test
    void workedExample() {
        LinearLogit logit = new LinearLogit(new double[][] {{0.2, 1}, {0.1, 0}});
        assertThat(logit.probabilities(new double[] {0.5}))
                .containsExactly(new double[] {0.4889, 0.2683, 0.2428}, within(5e-5));
    }

    @Test
    void interceptsAlone_giveTheShares() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            examples.add(new Example(new double[] {1}, i < 50 ? 0 : i < 75 ? 1 : 2, 2));
        }
        assertThat(LinearLogit.fit(examples, 3, 1).probabilities(new double[] {1}))
                .containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-6));
    }

    @Test
    void findsWhatMadeTheOutcomes() {
        LinearLogit truth = new LinearLogit(new double[][] {{0.4, 0.8, -0.3}, {0.1, 0.1, 0.2}});
        List<Example> examples = examples(truth, 40_000);
        double[][] found = LinearLogit.fit(examples, 3, 0).coefficients();
        for (int k = 0; k < 2; k++) {
            assertThat(found[k]).containsExactly(truth.coefficients()[k], within(0.07));
        }
    }

    @Test
    void gradientAndCurvature_areThoseOfTheValue() {
        List<Example> examples = examples(new LinearLogit(new double[][] {{0.4, 0.8, -0.3}, {0.1, 0.1, 0.2}}), 200);
        double[][] rows = examples.stream()
                .map(each -> new double[] {1, each.x()[0], each.x()[1]})
                .toArray(double[][]::new);
        LogitLikelihood likelihood = new LogitLikelihood(rows, examples, 3, 2);
        double[] at = {0.3, 0.5, -0.2, 0.2, 0.1, 0.4};
        double[] gradient = new double[6];
        double[][] curvature = new double[6][6];
        likelihood.derivatives(at, gradient, curvature);
        double step = 1e-5;
        for (int p = 0; p < 6; p++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[p] += step;
            down[p] -= step;
            assertThat(gradient[p])
                    .isCloseTo((likelihood.value(up) - likelihood.value(down)) / (2 * step), within(1e-5));
            double[] above = new double[6];
            double[] below = new double[6];
            likelihood.derivatives(up, above, new double[6][6]);
            likelihood.derivatives(down, below, new double[6][6]);
            for (int q = 0; q < 6; q++) {
                assertThat(curvature[p][q]).isCloseTo((below[q] - above[q]) / (2 * step), within(1e-5));
            }
        }
    }

    @Test
    void strongerRidge_smallerCoefficients() {
        List<Example> examples = examples(new LinearLogit(new double[][] {{0, 1, 0}}), 500);
        double free = Math.abs(LinearLogit.fit(examples, 2, 0).coefficients()[0][1]);
        double held = Math.abs(LinearLogit.fit(examples, 2, 500).coefficients()[0][1]);
        assertThat(held).isLessThan(free / 2);
    }

    @Test
    void beginningAtWhatWasFound_endsAtTheSame() {
        List<Example> examples = examples(new LinearLogit(new double[][] {{0.4, 0.8, -0.3}, {0.1, 0.1, 0.2}}), 2_000);
        LinearLogit other = LinearLogit.fit(examples.subList(0, 1_000), 3, 5);
        LinearLogit cold = LinearLogit.fit(examples, 3, 5);
        LinearLogit warm = LinearLogit.fit(examples, 3, 5, other);
        double[] x = {0.7, -1.1};
        assertThat(warm.probabilities(x)).containsExactly(cold.probabilities(x), within(1e-5));
    }

    @Test
    void refuses_anOutcomeThatNeverOccurs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearLogit.fit(List.of(new Example(new double[] {1}, 0, 1)), 2, 1))
                .withMessageContaining("each of the outcomes occurs");
    }

    private static List<Example> examples(LinearLogit truth, int count) {
        Random random = new Random(3);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] x = {random.nextGaussian(), random.nextGaussian()};
            double[] p = truth.probabilities(x);
            double drawn = random.nextDouble();
            int outcome = 0;
            while (outcome < p.length - 1 && drawn >= p[outcome]) {
                drawn -= p[outcome++];
            }
            examples.add(new Example(x, outcome, 1));
        }
        return examples;
    }
}
