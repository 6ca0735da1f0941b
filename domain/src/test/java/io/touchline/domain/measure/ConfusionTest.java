package io.touchline.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Test
    void workedExample() {
        Confusion confusion = new Confusion(3);
        confusion.add(new double[] {0.5, 0.3, 0.2}, 0);
        confusion.add(new double[] {0.4, 0.5, 0.1}, 1);
        confusion.add(new double[] {0.6, 0.2, 0.2}, 2);
        assertThat(confusion.counts()).isDeepEqualTo(new int[][] {{1, 0, 0}, {0, 1, 0}, {1, 0, 0}});
        assertThat(confusion.precision(0)).isEqualTo(0.5);
        assertThat(confusion.precision(1)).isEqualTo(1);
        assertThat(confusion.precision(2)).isNaN();
        assertThat(confusion.recall(0)).isEqualTo(1);
        assertThat(confusion.recall(2)).isZero();
        assertThat(confusion.f1(0)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(confusion.f1(2)).isZero();
    }

    @Test
    void auc_countsPairs() {
        Random random = new Random(3);
        Confusion confusion = new Confusion(2);
        double[] said = new double[200];
        boolean[] came = new boolean[200];
        for (int i = 0; i < said.length; i++) {
            said[i] = random.nextInt(20) / 20.0;
            came[i] = random.nextDouble() < said[i];
            confusion.add(new double[] {said[i], 1 - said[i]}, came[i] ? 0 : 1);
        }
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < said.length; i++) {
            for (int j = 0; j < said.length; j++) {
                if (came[i] && !came[j]) {
                    pairs++;
                    right += said[i] > said[j] ? 1 : said[i] == said[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(confusion.auc(0)).isCloseTo(right / pairs, within(1e-12));
        assertThat(confusion.auc(1)).isCloseTo(right / pairs, within(1e-12));
        assertThat(new Confusion(2).auc(0)).isNaN();
    }
}
