package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MarginRemovalsTest {

    @Test
    void list_namesAllSeven() {
        assertThat(MarginRemovals.list())
                .extracting(MarginRemoval::name)
                .containsExactly(
                        "multiplicative",
                        "additive",
                        "power",
                        "shin",
                        "odds_ratio",
                        "logarithmic",
                        "differential_margin");
    }

    @Test
    void rejects_unknownName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarginRemovals.of("magic"))
                .withMessageContaining("magic")
                .withMessageContaining("shin");
    }
}
