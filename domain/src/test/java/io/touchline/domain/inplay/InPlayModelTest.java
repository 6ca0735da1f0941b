package io.touchline.domain.inplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.grid.GridMarket;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.odds.OutcomeProbabilities;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InPlayModelTest {

    /** What the third order of the exponential leaves out over a match. */
    private static final double STEPS = 2e-5;

    private static final double ROUNDING = 1e-9;

    private static final InPlayModel PLAIN = new InPlayModel(parameters(1, 0));
    private static final InPlayModel MODEL = new InPlayModel(parameters(0.9, 0.2));

    @Test
    void withoutEffects_itIsThePoissonOfWhatIsLeft() {
        GoalClock.Remainder left = PLAIN.parameters().clock().afterRunning(47);
        InPlayForecast said = PLAIN.forecast(new GoalRates(1.6, 1.1), left, Situation.ofScore(1, 0));
        ScoreGrid rest = ScoreGrid.poisson(1.6 * left.share(), 1.1 * left.share());
        assertThat(left.share()).isCloseTo(0.5, within(ROUNDING));
        for (int home = 0; home < 5; home++) {
            for (int away = 0; away < 5; away++) {
                assertThat(said.finalScores().score(home + 1, away))
                        .as("%d-%d", home + 1, away)
                        .isCloseTo(rest.score(home, away), within(STEPS));
            }
        }
        assertThat(said.finalScores().score(0, 0)).isZero();
        assertThat(said.noneNext()).isCloseTo(Math.exp(-2.7 * 0.5), within(ROUNDING));
        assertThat(said.homeNext() / said.awayNext()).isCloseTo(1.6 / 1.1, within(ROUNDING));
    }

    @Test
    void atKickoff_itSaysWhatWasSaidBefore() {
        GoalRates rates = MODEL.rates(0.52, 0.26, 0.22, 0.49);
        double[] said =
                MODEL.result(rates, MODEL.parameters().clock().left(MatchPhase.BEFORE, 0), Situation.ofScore(0, 0));
        assertThat(said[0]).isCloseTo(0.52, within(0.005));
        assertThat(said[1]).isCloseTo(0.26, within(0.005));
    }

    @Test
    void atKickoff_goalsAreAsLikelyAsWasSaidBefore_whateverTheResultAsksFor() {
        GoalClock.Remainder whole = MODEL.parameters().clock().left(MatchPhase.BEFORE, 0);
        for (double over : new double[] {0.28, 0.4, 0.55, 0.78}) {
            GoalRates rates = MODEL.rates(0.265, 0.276, 0.459, over);
            InPlayForecast said = MODEL.forecast(rates, MODEL.goalsFactor(rates, over), whole, Situation.ofScore(0, 0));
            assertThat(said.finalScores().over(2.5)).isCloseTo(over, within(1e-4));
            assertThat(said.result()[0]).isCloseTo(0.265, within(0.005));
        }
        assertThat(MODEL.goalsFactor(new GoalRates(1.4, 1.1), Double.NaN)).isEqualTo(1);
    }

    @Property(tries = 60)
    void everyProbability_liesInside_andTheWholeSumsToOne(
            @ForAll @DoubleRange(min = 0.05, max = 6) double home,
            @ForAll @DoubleRange(min = 0.05, max = 6) double away,
            @ForAll @IntRange(min = -1, max = 95) int minute,
            @ForAll @IntRange(min = 0, max = 9) int homeGoals,
            @ForAll @IntRange(min = 0, max = 9) int awayGoals) {
        GoalClock.Remainder left = MODEL.parameters().clock().afterRunning(minute);
        Situation so = Situation.ofScore(homeGoals, awayGoals);
        InPlayForecast said = MODEL.forecast(new GoalRates(home, away), left, so);
        double[] result = MODEL.result(new GoalRates(home, away), left, so);
        assertThat(Arrays.stream(result).sum()).isCloseTo(1, within(ROUNDING));
        assertThat(said.homeNext() + said.awayNext() + said.noneNext()).isCloseTo(1, within(ROUNDING));
        assertThat(Math.min(said.homeNext(), Math.min(said.awayNext(), said.noneNext())))
                .isBetween(0.0, 1.0);
        for (GridMarket market : said.finalScores().marketProbabilities()) {
            for (GridMarket.GridSelection each : market.selections()) {
                OutcomeProbabilities outcomes = each.outcomes();
                assertThat(outcomes.win()).isBetween(0.0, 1.0);
                assertThat(outcomes.push()).isBetween(0.0, 1.0);
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(said.result()[i]).isCloseTo(result[i], within(ROUNDING));
        }
    }

    @Property(tries = 60)
    void nothingIsCertain_whileGoalsCanFall(
            @ForAll @IntRange(min = -1, max = 94) int minute, @ForAll @IntRange(min = 0, max = 9) int lead) {
        double[] said = MODEL.forecast(
                        new GoalRates(1.5, 1.2),
                        MODEL.parameters().clock().afterRunning(minute),
                        Situation.ofScore(lead, 0))
                .result();
        assertThat(said[0]).isStrictlyBetween(0.0, 1.0);
        assertThat(said[1]).isStrictlyBetween(0.0, 1.0);
        assertThat(said[2]).isStrictlyBetween(0.0, 1.0);
    }

    @Test
    void certain_whenItIs() {
        GoalClock clock = MODEL.parameters().clock();
        InPlayForecast over = MODEL.forecast(
                new GoalRates(1.5, 1.2), clock.left(MatchPhase.EXTRA_TIME_AHEAD, 90), Situation.ofScore(1, 1));
        assertThat(over.result()).containsExactly(0, 1, 0);
        assertThat(over.noneNext()).isEqualTo(1);
        InPlayForecast running = MODEL.forecast(
                new GoalRates(1.5, 1.2), clock.left(MatchPhase.SECOND_HALF, 60), Situation.ofScore(2, 1));
        assertThat(running.finalScores().over(2.5)).isEqualTo(1);
        assertThat(running.finalScores().bothTeamsToScore()).isEqualTo(1);
        assertThat(running.finalScores().over(3.5)).isLessThan(1);
    }

    @Property(tries = 60)
    void aGoalHelps_andTimeHelpsTheLeader(
            @ForAll @IntRange(min = 0, max = 85) int minute, @ForAll @IntRange(min = 0, max = 4) int goals) {
        GoalRates rates = new GoalRates(1.4, 1.3);
        GoalClock clock = MODEL.parameters().clock();
        double now = MODEL.result(rates, clock.afterRunning(minute), Situation.ofScore(goals, 1))[0];
        double afterGoal = MODEL.result(rates, clock.afterRunning(minute), Situation.ofScore(goals + 1, 1))[0];
        assertThat(afterGoal).isGreaterThan(now);
        double ahead = MODEL.result(rates, clock.afterRunning(minute), Situation.ofScore(goals + 2, 1))[0];
        double later = MODEL.result(rates, clock.afterRunning(minute + 5), Situation.ofScore(goals + 2, 1))[0];
        assertThat(later).isGreaterThan(ahead);
    }

    @Test
    void whatWasBelievedBefore_holdsLess_asTheMatchGoesOn() {
        InPlayParameters learned = MODEL.parameters();
        GoalRates many = new GoalRates(3, 1.5);
        Situation so = Situation.ofScore(0, 0);
        assertThat(learned.surplus(many, so, 0, true, false)).as("kickoff").isZero();
        assertThat(learned.surplus(many, so, 0.8, true, false))
                .as("fewer goals than a usual match lets expect, a little more for the favourite")
                .isCloseTo(0.8 * (0.03 * Math.log(2) - 0.2 * (Math.log(4.5) - 1)), within(ROUNDING));
        assertThat(learned.surplus(many, so, 0.8, true, true))
                .as("a total that was known does not fade")
                .isCloseTo(0.8 * 0.03 * Math.log(2), within(ROUNDING));
        Situation shots = new Situation(0, 0, 0, 0, 10, 2, 0.1, 3);
        assertThat(learned.surplus(many, shots, 0.5, true, false))
                .as("where shots are known they are asked")
                .isCloseTo(
                        0.17 * (10 / 9.2 - 1.5) + 0.5 * (0.03 * Math.log(2) - 0.2 * (Math.log(4.5) - 1)),
                        within(ROUNDING));
    }

    @Test
    void aRedCardHurts_chancesHelp() {
        GoalRates rates = new GoalRates(1.4, 1.3);
        GoalClock.Remainder left = MODEL.parameters().clock().left(MatchPhase.SECOND_HALF, 60);
        double level = MODEL.result(rates, left, Situation.ofScore(1, 1))[0];
        Situation red = new Situation(1, 1, 1, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        Situation chances = new Situation(1, 1, 0, 0, 15, 4, Double.NaN, Double.NaN);
        assertThat(MODEL.result(rates, left, red)[0]).isLessThan(level - 0.05);
        assertThat(MODEL.result(rates, left, chances)[0]).isGreaterThan(level);
        Situation absurd = new Situation(1, 1, 0, 0, 900, 0, 80, 0);
        assertThat(MODEL.result(rates, left, absurd)[0]).isLessThan(0.8);
    }

    /** Fewer goals when level, more when behind. */
    private static InPlayParameters parameters(double level, double spread) {
        double[] minutes = new double[GoalClock.LAST + 1];
        Arrays.fill(minutes, 1);
        double[][][] scores = new double[2][InPlayParameters.PARTS][InPlayParameters.LEADS];
        for (double[][] side : scores) {
            for (double[] part : side) {
                Arrays.fill(part, 1);
                part[InPlayParameters.lead(0)] = level;
                part[InPlayParameters.lead(-1)] = 2 - level;
            }
        }
        return new InPlayParameters(
                new GoalClock(minutes, new double[GoalClock.SHARED]),
                scores,
                9.2,
                1,
                new double[] {0.17, 0, 0.03, -0.2},
                new double[] {0.08, 0, 0.03, -0.2},
                spread == 0 ? new double[2] : new double[] {0.03, -0.2},
                spread);
    }
}
