package io.touchline.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EloRatingTest {

    private final EloRating elo = EloRating.standard();

    @Test
    void workedExample() {
        assertThat(elo.expected(1600, 1500)).isCloseTo(0.7211, within(5e-5));
        assertThat(elo.change(1600, 1500, new Score(3, 0))).isCloseTo(20 * 1.75 * (1 - 0.72109), within(1e-3));
    }

    @Test
    void change_countsTheMargin() {
        double one = elo.change(1500, 1500, new Score(1, 0));
        assertThat(elo.change(1500, 1500, new Score(2, 0)) / one).isCloseTo(1.5, within(1e-12));
        assertThat(elo.change(1500, 1500, new Score(5, 0)) / one).isCloseTo(2.0, within(1e-12));
        EloRating plain = new EloRating(20, 65, false);
        assertThat(plain.change(1500, 1500, new Score(5, 0))).isCloseTo(one, within(1e-12));
        assertThat(elo.change(1500, 1500, new Score(1, 1))).isNegative();
        assertThat(elo.change(1500, 1500, new Score(0, 1))).isCloseTo(-20 * elo.expected(1500, 1500), within(1e-12));
    }

    @Property
    void sum_isKept(
            @ForAll @DoubleRange(min = 1000, max = 2200) double home,
            @ForAll @DoubleRange(min = 1000, max = 2200) double away,
            @ForAll @IntRange(max = 9) int homeGoals,
            @ForAll @IntRange(max = 9) int awayGoals) {
        EloRating.Pair after = elo.updated(home, away, new Score(homeGoals, awayGoals));
        assertThat(after.home() + after.away()).isCloseTo(home + away, within(1e-9));
        if (homeGoals > awayGoals) {
            assertThat(after.home()).isGreaterThan(home);
        }
    }

    @Test
    void rejects_kOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EloRating(0, 65, true));
    }
}
