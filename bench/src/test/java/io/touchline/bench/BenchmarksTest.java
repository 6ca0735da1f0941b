package io.touchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.goals.DixonColesFit;
import org.junit.jupiter.api.Test;

/** That the benchmarks do the work whose time they tell; the times themselves are nobody's test. */
class BenchmarksTest {

    @Test
    void theSeason_isWhole_andItsFitFindsTheStrengths() {
        assertThat(Benchmarks.season()).hasSize(380).isEqualTo(Benchmarks.season());
        DixonColesFit.Rates strongAtHome =
                Benchmarks.fitted().rates("team-0", "team-19").orElseThrow();
        DixonColesFit.Rates weakAtHome =
                Benchmarks.fitted().rates("team-19", "team-0").orElseThrow();
        assertThat(strongAtHome.home()).isGreaterThan(weakAtHome.home());
        assertThat(strongAtHome.away()).isLessThan(weakAtHome.away());
    }

    @Test
    void aFigureStandsBesideItsBoundAndGoal() {
        Measurement grid = Benchmarks.run("grid");
        assertThat(grid.value()).isGreaterThan(grid.bound());
        assertThat(grid.json().keySet())
                .containsExactly("name", "value", "unit", "bound", "bound_is", "ratio", "goal", "machine");
        assertThat(new Measurement("x", 6, "s", 4, "sleep", 8).json()).containsEntry("ratio", 1.5);
    }

    @Test
    void anUnknownName_isToldTheKnownOnes() {
        assertThatThrownBy(() -> Benchmarks.run("nothing"))
                .hasMessage("no benchmark is named nothing; there are [fit, grid, refits]");
    }
}
