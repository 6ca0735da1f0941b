package io.touchline.feature.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.vector.PriceMemory.Sample;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PriceMemoryTest {

    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final long START = TimeUnit.DAYS.toMillis(20_000);

    @Test
    void tellsThePriceOfAnHourAgo_toTenMinutes() {
        PriceMemory memory = minutes(180);
        long now = START + 180 * MINUTE;
        Sample hourAgo = memory.at(now - 60 * MINUTE).orElseThrow();
        assertThat((now - hourAgo.at()) / MINUTE).isBetween(60L, 70L);
        assertThat(hourAgo.home()).isEqualTo((hourAgo.at() - START) / (float) MINUTE);
        assertThat(memory.at(START - 1)).isEmpty();
    }

    @Test
    void staysSmall_howeverManyPricesCome() {
        PriceMemory memory = minutes(60 * 24 * 5);
        assertThat(memory.samples()).hasSizeLessThanOrEqualTo(24);
        assertThat(memory.write()).hasSizeLessThanOrEqualTo(620);
        long now = START + 60 * 24 * 5 * MINUTE;
        assertThat((now - memory.at(now - 6 * 60 * MINUTE).orElseThrow().at()) / MINUTE)
                .isBetween(360L, 420L);
        assertThat((now - memory.at(now - 24 * 60 * MINUTE).orElseThrow().at()) / MINUTE)
                .isBetween(1440L, 1680L);
        assertThat(memory.firstAt()).isEqualTo(START);
    }

    @Test
    void aRepeatedSampleChangesNothing_andALateOneFindsItsPlace() {
        PriceMemory memory = minutes(30);
        assertThat(memory.with(memory.samples().getLast())).isEqualTo(memory);
        Sample late = sample(-15);
        assertThat(memory.with(late).samples().getFirst()).isEqualTo(late);
        assertThat(memory.with(late).firstAt()).isEqualTo(late.at());
    }

    @Test
    void writesAndReadsWhatItIs() {
        PriceMemory memory = minutes(100).opened(START);
        PriceMemory read = PriceMemory.read(memory.write());
        assertThat(read.write()).isEqualTo(memory.write());
        assertThat(read.samples()).isEqualTo(memory.samples());
        assertThat(read.openedAt()).isEqualTo(START);
        assertThat(new PriceMemory(1, PriceMemory.NONE, 1, new float[0], List.of())
                        .opened(7)
                        .openedAt())
                .isEqualTo(7);
    }

    private static PriceMemory minutes(int count) {
        PriceMemory memory = PriceMemory.first(sample(0));
        for (int minute = 1; minute <= count; minute++) {
            memory = memory.with(sample(minute));
        }
        return memory;
    }

    private static Sample sample(int minute) {
        return new Sample(START + minute * MINUTE, minute, 0.3f, 0.3f, Float.NaN);
    }
}
