package io.touchline.prediction.model.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.goals.LinearLogit;
import io.touchline.domain.goals.LinearLogit.Example;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.ModelContract;
import io.touchline.prediction.model.strength.StrengthRatings.Expectation;
import io.touchline.prediction.model.strength.StrengthRatings.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrengthModelTest extends ModelContract {

    private static final long FIRST_DAY = 18_000;
    private static final StrengthModel MODEL = trained();

    @Override
    protected Model model() {
        return MODEL;
    }

    @Override
    protected StrengthModel strength() {
        return MODEL;
    }

    @Test
    void followsTheCounts_ofEachSeries() {
        StrengthRatings ratings = ratings(true, 600);
        Expectation strongAtHome = ratings.expectation("eng.1", "team-00", "team-07", FIRST_DAY + 610);
        for (int s = 0; s < Series.ALL.size(); s++) {
            double usual = Series.ALL.get(s).usual();
            assertThat(Math.exp(strongAtHome.home()[s]))
                    .as("%s", Series.ALL.get(s))
                    .isGreaterThan(1.3 * usual);
            assertThat(strongAtHome.home()[s]).isGreaterThan(strongAtHome.away()[s] + 0.5);
        }
    }

    @Test
    void restartsTheSeason_afterASummer() {
        StrengthRatings ratings = ratings(false, 100);
        assertThat(ratings.expectation("eng.1", "team-00", "team-01", FIRST_DAY + 102)
                        .played())
                .isGreaterThan(20);
        assertThat(ratings.expectation("eng.1", "team-00", "team-01", FIRST_DAY + 180)
                        .played())
                .isZero();
    }

    @Test
    void newcomerOfTheFirstTier_isTakenForOneFromBelow() {
        StrengthRatings ratings = ratings(false, 600);
        Expectation expected = ratings.expectation("eng.1", "never-seen", "team-03", FIRST_DAY + 601);
        Expectation settled = ratings.expectation("eng.1", "team-04", "team-03", FIRST_DAY + 601);
        assertThat(expected.home()[0]).isLessThan(settled.home()[0]);
        assertThat(expected.away()[0]).isGreaterThan(settled.away()[0]);
    }

    @Test
    void lowerTier_isOneScaleWithTheFirst() {
        StrengthRatings ratings = new StrengthRatings();
        Expectation second = ratings.expectation("eng.2", "a", "b", FIRST_DAY);
        Expectation across = ratings.expectation("eng.1", "x", "y", FIRST_DAY);
        assertThat(second.home()[0]).isCloseTo(across.home()[0], within(1e-12));
        assertThat(StrengthRatings.tier("eng.2")).isEqualTo(2);
        assertThat(StrengthRatings.tier("fifa.world")).isEqualTo(1);
    }

    @Test
    void withoutStatistics_goalsSpeakAlone() {
        StrengthRatings ratings = ratings(false, 300);
        StrengthFeatures features =
                StrengthFeatures.of(ratings.expectation("eng.1", "team-00", "team-01", FIRST_DAY + 301));
        assertThat(features.all()).isNull();
        assertThat(features.ofGoals()).hasSize(15).doesNotContain(Double.NaN);
        assertThat(StrengthFeatures.of(ratings(true, 300).expectation("eng.1", "team-00", "team-01", FIRST_DAY + 301))
                        .all())
                .hasSize(36);
    }

    @Test
    void toldExpectedGoals_speakBesideThoseThatShotsLetExpect() {
        assertThat(edge(Double.NaN)).isCloseTo(0, within(1e-12));
        assertThat(edge(2.5)).isGreaterThan(0.05);
        assertThat(edge(0.5)).isLessThan(-0.05);
        MatchStatistics told = MatchStatistics.UNKNOWN.withXg(1.5, null, 1.5, 0.7);
        assertThat(told.homeXg()).isCloseTo(1.38, within(1e-12));
        assertThat(told.awayXg()).isEqualTo(0.7);
    }

    /** What the number about expected goals says of a team that wins 1-0 with ten shots, where a source tells so many expected goals. */
    private static double edge(double homeXg) {
        StrengthRatings ratings = new StrengthRatings();
        for (int i = 0; i < 20; i++) {
            MatchStatistics told = new MatchStatistics(10, 10, 4, 4, 5, 5, homeXg, Double.isNaN(homeXg) ? homeXg : 1);
            ratings.learn(new Observed("eng.1", "a", "b", FIRST_DAY + 7 * i, 1, 0, told));
        }
        double[] all = StrengthFeatures.of(ratings.expectation("eng.1", "a", "b", FIRST_DAY + 150))
                .all();
        return all == null ? Double.NaN : all[all.length - 4];
    }

    @Test
    void strongSide_isTheFavourite() {
        Forecast strong = MODEL.forecast(input("team-00", "team-07")).orElseThrow();
        Forecast weak = MODEL.forecast(input("team-07", "team-00")).orElseThrow();
        assertThat(strong.home()).isGreaterThan(0.6);
        assertThat(weak.away()).isGreaterThan(0.45).isLessThan(strong.home());
    }

    private static io.touchline.prediction.model.MatchInput input(String home, String away) {
        return new io.touchline.prediction.model.MatchInput(
                "eng.1",
                home,
                away,
                io.touchline.domain.fixture.Cutoff.OPENING,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                java.time.Instant.ofEpochSecond((FIRST_DAY + 1001) * 86_400),
                io.touchline.prediction.model.FeatureValues.NONE);
    }

    private static StrengthRatings ratings(boolean statistics, int matches) {
        Random random = new Random(5);
        StrengthRatings ratings = new StrengthRatings();
        for (int i = 0; i < matches; i++) {
            ratings.learn(match(random, FIRST_DAY + i, statistics));
        }
        return ratings;
    }

    /** Team 0 is the strongest of eight. */
    private static Observed match(Random random, long day, boolean statistics) {
        int home = random.nextInt(8);
        int away = (home + 1 + random.nextInt(7)) % 8;
        double strength = (away - home) / 10.0;
        double homeGoals = poisson(random, Math.exp(0.35 + strength));
        double awayGoals = poisson(random, Math.exp(0.1 - strength));
        MatchStatistics told = statistics
                ? new MatchStatistics(
                        poisson(random, 14 * Math.exp(strength)),
                        poisson(random, 11 * Math.exp(-strength)),
                        poisson(random, 5 * Math.exp(strength)),
                        poisson(random, 4 * Math.exp(-strength)),
                        poisson(random, 6 * Math.exp(strength)),
                        poisson(random, 4.5 * Math.exp(-strength)))
                : MatchStatistics.UNKNOWN;
        return new Observed("eng.1", "team-0" + home, "team-0" + away, day, homeGoals, awayGoals, told);
    }

    private static StrengthModel trained() {
        Random random = new Random(11);
        StrengthRatings ratings = new StrengthRatings();
        List<Example> examples = new ArrayList<>();
        List<Example> overs = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Observed match = match(random, FIRST_DAY + i, false);
            if (i > 200) {
                double[] x = StrengthFeatures.of(
                                ratings.expectation(match.competition(), match.home(), match.away(), match.day()))
                        .ofGoals();
                double margin = match.homeGoals() - match.awayGoals();
                examples.add(new Example(x, margin > 0 ? 0 : margin == 0 ? 1 : 2, 1));
                overs.add(new Example(x, match.homeGoals() + match.awayGoals() > 2 ? 0 : 1, 1));
            }
            ratings.learn(match);
        }
        return new StrengthModel(
                Map.of("soccer/ENG", ratings.released(0)),
                Map.of(
                        StrengthModel.RESULT_OF_GOALS,
                        LinearLogit.fit(examples, 3, 10),
                        StrengthModel.OVER_OF_GOALS,
                        LinearLogit.fit(overs, 2, 10)));
    }

    private static double poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
