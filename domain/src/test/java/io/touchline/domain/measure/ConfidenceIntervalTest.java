package io.touchline.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {

    @Test
    void mean() {
        ConfidenceInterval interval = ConfidenceInterval.ofMean(new double[] {1, 2, 3, 4, 5, 6});
        assertThat(interval.estimate()).isEqualTo(3.5);
        assertThat(interval.lower()).isCloseTo(1.5367, within(5e-4));
        assertThat(interval.upper()).isCloseTo(5.4633, within(5e-4));
        assertThat(interval.count()).isEqualTo(6);
        assertThat(interval.leavesOutZero()).isTrue();
    }

    @Test
    void student_equalsTheTables() {
        assertThat(ConfidenceInterval.student(5)).isCloseTo(2.570582, within(5e-4));
        assertThat(ConfidenceInterval.student(10)).isCloseTo(2.228139, within(1e-5));
        assertThat(ConfidenceInterval.student(100)).isCloseTo(1.983972, within(1e-6));
        assertThat(ConfidenceInterval.student(1)).isCloseTo(12.7062, within(5e-5));
        assertThat(ConfidenceInterval.student(2)).isCloseTo(4.30265, within(5e-6));
        assertThat(ConfidenceInterval.student(3)).isCloseTo(3.18245, within(5e-6));
        assertThat(ConfidenceInterval.student(4)).isCloseTo(2.77645, within(5e-6));
    }

    @Test
    void fewValues_tellNoSpread() {
        assertThat(ConfidenceInterval.ofMean(new double[] {2}).lower()).isNaN();
        assertThat(ConfidenceInterval.ofMean(new double[] {}).estimate()).isNaN();
        assertThat(ConfidenceInterval.ofMean(new double[] {2}).leavesOutZero()).isFalse();
    }

    @Test
    void proportion() {
        ConfidenceInterval interval = ConfidenceInterval.ofProportion(8, 10);
        assertThat(interval.estimate()).isEqualTo(0.8);
        assertThat(interval.lower()).isCloseTo(0.4902, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.9433, within(5e-5));
        assertThat(ConfidenceInterval.ofProportion(0, 0).estimate()).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceInterval.ofProportion(3, 2));
    }

    @Test
    void stillNeeded_isWhatItSays() {
        Random random = new Random(3);
        double[] values = new double[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.02 + random.nextGaussian();
        }
        double mean = ConfidenceInterval.ofMean(values).estimate();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        double ratio = 1.959963984540054 * Math.sqrt(sum / 99) / mean;
        assertThat(ConfidenceInterval.stillNeeded(values)).isEqualTo((long) Math.ceil(ratio * ratio) - 100);
        assertThat(ConfidenceInterval.stillNeeded(new double[] {1, 1.1, 0.9})).isZero();
        assertThat(ConfidenceInterval.stillNeeded(new double[] {1, -1})).isEqualTo(Long.MAX_VALUE);
        assertThat(ConfidenceInterval.stillNeeded(new double[] {1})).isEqualTo(Long.MAX_VALUE);
    }
}
