package io.touchline.domain.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeSumsTest {

    @Test
    void findsTheLine() {
        RidgeSums sums = new RidgeSums(2, 2);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double[] x = {random.nextGaussian(), 5 + random.nextGaussian()};
            sums.add(x, new double[] {1 + 2 * x[0] - 3 * x[1], -x[1]});
        }
        double[][] found = sums.coefficients(0);
        assertThat(found[0]).containsExactly(new double[] {1, 2, -3}, within(1e-9));
        assertThat(found[1]).containsExactly(new double[] {0, 0, -1}, within(1e-9));
        assertThat(Math.abs(sums.coefficients(200)[0][1])).isLessThan(1.2);
    }

    @Test
    void whatDecayed_countsLess() {
        RidgeSums sums = new RidgeSums(1, 1);
        sums.add(new double[] {0}, new double[] {0});
        sums.decay(0.25);
        sums.add(new double[] {0}, new double[] {1});
        assertThat(sums.coefficients(0)[0][0]).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aNumberThatNeverChanges_doesNotBreakIt() {
        RidgeSums sums = new RidgeSums(2, 1);
        for (int i = 0; i < 10; i++) {
            sums.add(new double[] {i, 3}, new double[] {i});
        }
        double[] found = sums.coefficients(1)[0];
        assertThat(found[0] + 4 * found[1] + 3 * found[2]).isCloseTo(4, within(0.2));
    }
}
