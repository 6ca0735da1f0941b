package io.touchline.feature.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.catalogue.TeamFeatures.Values;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.Closing;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.PastResult;
import io.touchline.feature.state.PastResult.Numbers;
import io.touchline.schema.FeatureCatalogue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that build on earlier ones are the values that are made from nothing, whatever comes between: in order, late, corrected or taken back. */
class TeamMemoryTest {

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final int TEAMS = 8;
    private static final TeamFeatures FEATURES =
            new TeamFeatures(FeatureCatalogue.shipped(), new EloRating(20, 65, true), new PiRating(0.035, 0.7));

    private final AssociationState state = new AssociationState(new EloRating(20, 65, true), new PiRating(0.035, 0.7));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsValuesFromNothing_whateverComesBetween(long seed) {
        Random random = new Random(seed);
        OpenFixture fixture = fixture(400 * DAY);
        Values kept = null;
        for (int i = 0; i < 400; i++) {
            PastResult result = result(random, i);
            state.put(result);
            if (random.nextInt(10) == 0) {
                state.remove("id-" + random.nextInt(i + 1));
            }
            state.settle();
            kept = FEATURES.of(state, fixture, kept);
            Values fresh = FEATURES.of(state, fixture);
            assertThat(kept.asOf()).isEqualTo(fresh.asOf());
            assertThat(kept.values()).containsExactly(fresh.values());
        }
    }

    @Test
    void asksAgain_whenTheFixtureMoved() {
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            state.put(result(random, i));
        }
        state.settle();
        Values before = FEATURES.of(state, fixture(301 * DAY));
        OpenFixture moved = fixture(309 * DAY);
        assertThat(FEATURES.of(state, moved, before).values())
                .containsExactly(FEATURES.of(state, moved).values())
                .isNotEqualTo(before.values());
    }

    private static OpenFixture fixture(long kickoffAt) {
        return new OpenFixture(
                "next",
                "xxx.1",
                "1970",
                "team-0",
                "team-1",
                kickoffAt,
                false,
                "r 0",
                OpenFixture.Forecast.UNKNOWN,
                0,
                0);
    }

    private static PastResult result(Random random, int number) {
        int home = random.nextInt(TEAMS);
        int away = (home + 1 + random.nextInt(TEAMS - 1)) % TEAMS;
        long day = random.nextInt(12) == 0 ? random.nextInt(number + 1) : number;
        return new PastResult(
                "id-" + (random.nextInt(15) == 0 ? random.nextInt(number + 1) : number),
                random.nextInt(4) == 0 ? "xxx.2" : "xxx.1",
                "1970",
                "team-" + home,
                "team-" + away,
                day * DAY,
                day * DAY + DAY / 4,
                random.nextInt(4),
                random.nextInt(4),
                "r " + random.nextInt(3),
                random.nextInt(40_000),
                new Closing(0.25f + random.nextFloat() / 4, 0.25f, 0.25f),
                numbers(random),
                numbers(random));
    }

    private static Numbers numbers(Random random) {
        return random.nextInt(5) == 0
                ? new Numbers(
                        -1, -1, -1, -1, -1, -1, -1, Float.NaN, Float.NaN, Float.NaN, -1, -1, Float.NaN, -1, Float.NaN)
                : new Numbers(
                        0,
                        random.nextInt(20),
                        random.nextInt(9),
                        random.nextInt(9),
                        11,
                        2,
                        0,
                        random.nextFloat(),
                        0.4f,
                        0.1f,
                        1,
                        0,
                        9.5f,
                        4,
                        0.5f);
    }
}
