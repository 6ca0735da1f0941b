package io.touchline.domain.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedLogitTest {

    @Test
    void workedExample() {
        double[] p = new OrderedLogit(new double[] {-0.6, 0.6}, 1).probabilities(0.5);
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(1.1)), within(1e-12)).isCloseTo(0.2497, within(5e-5));
        assertThat(p[1]).isCloseTo(0.2752, within(5e-5));
        assertThat(p[2]).isCloseTo(0.4750, within(5e-5));
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void fit_recoversItsNumbers() {
        OrderedLogit truth = new OrderedLogit(new double[] {-0.9, 0.3}, 1.4);
        Random random = new Random(5);
        int n = 20_000;
        double[] x = new double[n];
        int[] outcomes = new int[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            double[] p = truth.probabilities(x[i]);
            double u = random.nextDouble();
            outcomes[i] = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
            weights[i] = 1;
        }
        OrderedLogit fit = OrderedLogit.fit(x, outcomes, weights, 3);
        assertThat(fit.slope()).isCloseTo(1.4, within(0.05));
        assertThat(fit.thresholds()[0]).isCloseTo(-0.9, within(0.05));
        assertThat(fit.thresholds()[1]).isCloseTo(0.3, within(0.05));
    }

    @Test
    void fit_withoutInformation_givesTheShares() {
        double[] x = new double[10];
        int[] outcomes = {0, 0, 1, 1, 1, 2, 2, 2, 2, 2};
        double[] weights = new double[10];
        for (int i = 0; i < 10; i++) {
            x[i] = i % 2 == 0 ? 1 : -1;
            weights[i] = 2;
        }
        // the numbers of x alternate within each outcome as far as they can; slope near 0, shares 0.2 0.3 0.5
        double[] p = OrderedLogit.fit(x, outcomes, weights, 3).probabilities(0);
        assertThat(p[0]).isCloseTo(0.2, within(0.01));
        assertThat(p[1]).isCloseTo(0.3, within(0.02));
        assertThat(p[2]).isCloseTo(0.5, within(0.02));
    }

    @Test
    void rejects_whatCannotBeFitted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderedLogit.fit(new double[] {1, 2}, new int[] {0, 2}, new double[] {1, 1}, 3))
                .withMessage("outcome 1 never occurs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderedLogit.fit(new double[] {1}, new int[] {0, 2}, new double[] {1, 1}, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderedLogit(new double[] {1, 1}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderedLogit(new double[] {}, 1));
    }
}
