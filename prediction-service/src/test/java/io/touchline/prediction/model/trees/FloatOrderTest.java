package io.touchline.prediction.model.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatOrderTest {

    private static final long SEED = 3;

    @Test
    void workedExample() {
        assertThat(FloatOrder.keys(new float[] {-1, 0, 1})).containsExactly(-1_065_353_216, 0, 1_065_353_216);
    }

    @Test
    void unknownIsHighest_andBothZerosAreOne() {
        float otherUnknown = Float.intBitsToFloat(0xffc0_0001);
        assertThat(FloatOrder.keys(new float[] {Float.NaN, otherUnknown, -0.0f}))
                .containsExactly(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
        assertThat(FloatOrder.keys(new float[] {Float.POSITIVE_INFINITY})[0]).isLessThan(Integer.MAX_VALUE);
    }

    @Test
    void aFloatIsAboveANumber_whereItsKeyIsAboveTheKeyOfItsFloor() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            float near = Float.intBitsToFloat(random.nextInt());
            for (double number :
                    new double[] {near, Math.nextDown((double) near), Math.nextUp((double) near), 1e300, -1e300}) {
                if (!Double.isNaN(number)) {
                    isAboveTheSame(near, number);
                    isAboveTheSame(Math.nextUp(near), number);
                    isAboveTheSame(Math.nextDown(near), number);
                    isAboveTheSame(Float.intBitsToFloat(random.nextInt()), number);
                    isAboveTheSame(Float.POSITIVE_INFINITY, number);
                    isAboveTheSame(Float.NEGATIVE_INFINITY, number);
                }
            }
        }
    }

    private static void isAboveTheSame(float value, double number) {
        if (!Float.isNaN(value)) {
            assertThat(FloatOrder.keys(new float[] {value})[0] > FloatOrder.floor(number))
                    .isEqualTo(value > number);
        }
    }
}
