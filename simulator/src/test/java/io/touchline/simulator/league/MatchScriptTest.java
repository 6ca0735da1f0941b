package io.touchline.simulator.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.simulator.league.MatchEvent.Kind;
import io.touchline.simulator.market.Goals;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The frequencies of many simulated matches against the rates that they were played with. */
class MatchScriptTest {

    private static final int MATCHES = 20_000;
    private static final TrueRates RATES = new TrueRates(1.55, 1.15);

    /** Four standard errors of the mean of Poisson numbers; the seeds are fixed, so the test is not a lottery. */
    private static double bound(double rate, int matches) {
        return 4 * Math.sqrt(rate / matches);
    }

    @Test
    void goalsAndResultsCalibrated_withElevenMenOnBothSides() {
        Club club = new Club("1", "A", "A", "A", "AAA", "G", 0, 0);
        Club other = new Club("2", "B", "B", "B", "BBB", "G", 0, 0);
        double[] wins = new double[3];
        double over = 0;
        double home = 0;
        double away = 0;
        double early = 0;
        int counted = 0;
        for (int i = 0; i < MATCHES; i++) {
            Match match = new Match("1", "1", 2026, 1, club, other, Instant.EPOCH, new Seed(11).with(i));
            MatchScript script = MatchScript.of(match, RATES);
            if (script.events().stream().anyMatch(event -> event.kind() == Kind.RED_CARD)) {
                continue;
            }
            MatchView end = MatchView.of(script, script.clock().duration());
            counted++;
            home += end.goals(true);
            away += end.goals(false);
            int margin = end.goals(true) - end.goals(false);
            wins[margin > 0 ? 0 : margin == 0 ? 1 : 2]++;
            over += end.goals(true) + end.goals(false) > 2.5 ? 1 : 0;
            MatchView half = MatchView.of(script, script.clock().firstHalfEnd());
            early += half.goals(true) + half.goals(false);
        }
        assertThat(counted).isGreaterThan(MATCHES * 8 / 10);
        assertThat(home / counted).isCloseTo(RATES.home(), within(bound(RATES.home(), counted)));
        assertThat(away / counted).isCloseTo(RATES.away(), within(bound(RATES.away(), counted)));
        double[] expected = new Goals(RATES.home(), RATES.away()).matchResult(0);
        double result = 4 * Math.sqrt(0.25 / counted);
        for (int i = 0; i < 3; i++) {
            assertThat(wins[i] / counted).isCloseTo(expected[i], within(result));
        }
        assertThat(over / counted).isCloseTo(new Goals(RATES.home(), RATES.away()).totals(2.5, 0)[0], within(result));
        assertThat(early / (home + away)).isBetween(0.42, 0.49);
    }

    @Test
    void aRedCardCostsGoals() {
        Club club = new Club("1", "A", "A", "A", "AAA", "G", 0, 0);
        double after = 0;
        double expected = 0;
        int shortHanded = 0;
        for (int i = 0; i < MATCHES; i++) {
            Match match = new Match("1", "1", 2026, 1, club, club, Instant.EPOCH, new Seed(12).with(i));
            MatchScript script = MatchScript.of(match, RATES);
            int red = first(script, true);
            if (red >= 0 && first(script, false) < 0) {
                shortHanded++;
                double share =
                        (double) script.clock().playedAt(red) / script.clock().playSeconds();
                // the integral of 0.88 + 0.24 u from share to 1
                expected += RATES.home() * MatchScript.SHORT_HANDED * (0.88 * (1 - share) + 0.12 * (1 - share * share));
                after += script.events().stream()
                        .filter(event -> event.home() && event.kind().isGoal() && event.elapsed() > red)
                        .filter(event -> event.takenBackAt() == MatchEvent.STANDS)
                        .count();
            }
        }
        assertThat(shortHanded).isBetween(700, 1150);
        assertThat(after / shortHanded)
                .isCloseTo(expected / shortHanded, within(bound(expected / shortHanded, shortHanded)));
    }

    private static int first(MatchScript script, boolean home) {
        return script.events().stream()
                .filter(event -> event.home() == home && event.kind() == Kind.RED_CARD)
                .mapToInt(MatchEvent::elapsed)
                .findFirst()
                .orElse(-1);
    }
}
