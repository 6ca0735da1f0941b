package io.touchline.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedLossTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void alwaysBetter() {
        List<PairedLoss.Pair> pairs = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            pairs.add(new PairedLoss.Pair(day, 0.9, 1.0));
        }
        PairedLoss test = PairedLoss.of(pairs, 1);
        assertThat(test.difference()).isCloseTo(-0.1, within(ROUNDING));
        assertThat(test.upper()).isCloseTo(-0.1, within(ROUNDING));
        assertThat(test.firstIsBetter()).isTrue();
        assertThat(test.firstIsWorseBy(0)).isFalse();
    }

    @Test
    void noise_isNotBetter_moreThanOnceInTwenty() {
        int better = 0;
        for (int trial = 0; trial < 200; trial++) {
            Random random = new Random(trial);
            List<PairedLoss.Pair> pairs = new ArrayList<>();
            for (int match = 0; match < 200; match++) {
                pairs.add(new PairedLoss.Pair(match / 5, random.nextGaussian(), random.nextGaussian()));
            }
            better += PairedLoss.of(pairs, 3).firstIsBetter() ? 1 : 0;
        }
        // 10 expected; twice as many would be three standard deviations off
        assertThat(better).isLessThanOrEqualTo(20);
    }

    @Test
    void fewDays_tellNothing() {
        PairedLoss test = PairedLoss.of(List.of(new PairedLoss.Pair(1, 0.5, 1), new PairedLoss.Pair(2, 0.5, 1)), 1);
        assertThat(test.firstIsBetter()).isFalse();
        assertThat(test.firstIsWorseBy(-1)).isFalse();
        assertThat(test.days()).isEqualTo(2);
    }
}
