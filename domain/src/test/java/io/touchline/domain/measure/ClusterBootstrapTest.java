package io.touchline.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

    @Test
    void independentValues_givesAboutStudentsInterval() {
        double[] values = new Random(1).doubles(400).toArray();
        ConfidenceInterval student = ConfidenceInterval.ofMean(values);
        ConfidenceInterval drawn = new ClusterBootstrap(400, 400, 2_000, 1).of(picked -> mean(values, picked));
        assertThat(drawn.estimate()).isCloseTo(student.estimate(), within(1e-12));
        assertThat(drawn.lower()).isCloseTo(student.lower(), within(0.004));
        assertThat(drawn.upper()).isCloseTo(student.upper(), within(0.004));
        assertThat(drawn.count()).isEqualTo(400);
    }

    /** Ten equal values in each cluster tell no more than one: the interval is that of the clusters. */
    @Test
    void dependentValues_doNotNarrowTheInterval() {
        double[] clusters = new Random(2).doubles(50).toArray();
        ConfidenceInterval drawn = new ClusterBootstrap(50, 500, 2_000, 1).of(picked -> mean(clusters, picked));
        ConfidenceInterval student = ConfidenceInterval.ofMean(clusters);
        assertThat(drawn.upper() - drawn.lower()).isCloseTo(student.upper() - student.lower(), within(0.02));
    }

    @Test
    void sameSeed_sameInterval() {
        double[] values = {1, 2, 3, 4};
        assertThat(new ClusterBootstrap(4, 4, 100, 5).of(picked -> mean(values, picked)))
                .isEqualTo(new ClusterBootstrap(4, 4, 100, 5).of(picked -> mean(values, picked)));
    }

    @Test
    void few_haveNoBounds() {
        ConfidenceInterval one = new ClusterBootstrap(1, 1, 100, 1).of(picked -> 7);
        assertThat(one.estimate()).isEqualTo(7);
        assertThat(one.lower()).isNaN();
        assertThat(new ClusterBootstrap(0, 0, 100, 1).of(picked -> 7).estimate())
                .isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterBootstrap(-1, 0, 100, 1));
    }

    private static double mean(double[] values, int[] picked) {
        double sum = 0;
        for (int i : picked) {
            sum += values[i];
        }
        return sum / picked.length;
    }
}
