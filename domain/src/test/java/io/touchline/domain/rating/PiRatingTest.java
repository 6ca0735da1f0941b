package io.touchline.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import org.junit.jupiter.api.Test;

class PiRatingTest {

    private final PiRating pi = PiRating.standard();

    @Test
    void workedExample() {
        PiRating.Team home = new PiRating.Team(1.6, 0.4);
        PiRating.Team away = new PiRating.Team(0.3, -1.2);
        double expected = Math.pow(10, 1.6 / 3) - 1 + Math.pow(10, 1.2 / 3) - 1;
        assertThat(pi.expectedMargin(home, away))
                .isCloseTo(expected, within(1e-12))
                .isCloseTo(3.9264, within(5e-4));
        PiRating.Pair after = pi.updated(home, away, new Score(4, 1));
        double change = 3 * Math.log10(1 + expected - 3) * 0.035;
        assertThat(after.home().home()).isCloseTo(1.6 - change, within(1e-12));
        assertThat(after.home().away()).isCloseTo(0.4 - 0.7 * change, within(1e-12));
        assertThat(after.away().away()).isCloseTo(-1.2 + change, within(1e-12));
        assertThat(after.away().home()).isCloseTo(0.3 + 0.7 * change, within(1e-12));
    }

    @Test
    void expectedScore_changesNothing() {
        PiRating.Pair after = pi.updated(PiRating.Team.START, PiRating.Team.START, new Score(1, 1));
        assertThat(after.home()).isEqualTo(PiRating.Team.START);
    }

    @Test
    void rejects_ratesOutside() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PiRating(0, 0.7));
        assertThatIllegalArgumentException().isThrownBy(() -> new PiRating(0.035, 1.1));
    }
}
