package io.touchline.domain.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DixonColesTest {

    private static final Instant START = Instant.parse("2020-08-01T15:00:00Z");

    @Test
    void premierLeague1112_poisson() throws IOException {
        DixonColesFit fit = DixonColes.fit(premierLeague1112(), DixonColesSettings.poisson());
        assertThat(fit.logLikelihood()).isCloseTo(-1088.99, within(0.005));
        assertThat(fit.home()).isCloseTo(0.27, within(0.005));
        assertThat(fit.rho()).isZero();
        assertThat(fit.matches()).isEqualTo(380);
    }

    @Test
    void premierLeague1112_dixonColes() throws IOException {
        DixonColesFit fit = DixonColes.fit(premierLeague1112(), DixonColesSettings.plain());
        assertThat(fit.logLikelihood()).isCloseTo(-1087.36, within(0.005));
        assertThat(fit.rho()).isCloseTo(-0.13, within(0.005));
        assertThat(fit.home()).isCloseTo(0.27, within(0.005));
        assertThat(fit.attack()).hasSize(20);
        assertThat(sum(fit.attack().values())).isCloseTo(0, within(1e-9));
        assertThat(sum(fit.defence().values())).isCloseTo(0, within(1e-9));
        assertThat(fit.steps()).isLessThan(15);
    }

    private static List<ScoredMatch> premierLeague1112() throws IOException {
        String place = System.getProperty("TOUCHLINE_DATA", System.getenv("TOUCHLINE_DATA"));
        Path data = place != null ? Path.of(place) : Path.of("..", "..", "shared", "data");
        Path file = data.resolve("football-data/E0_1112.csv");
        if (!Files.isReadable(file)) {
            Assumptions.abort("no season files: set TOUCHLINE_DATA; looked for " + file.toAbsolutePath());
        }
        List<ScoredMatch> matches = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            String[] cells = line.split(",");
            if (cells.length > 5 && cells[0].equals("E0")) {
                Instant day = LocalDate.parse(cells[1], DateTimeFormatter.ofPattern("dd/MM/uu"))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
                matches.add(new ScoredMatch(
                        cells[2], cells[3], Integer.parseInt(cells[4]), Integer.parseInt(cells[5]), day));
            }
        }
        return matches;
    }

    @Test
    void invertedSeason_recoversItsRates() {
        List<ScoredMatch> matches = season(12, 40, 7);
        DixonColesFit fit = DixonColes.fit(matches, new DixonColesSettings(1e9, 0, true));
        // strengths rise from the first team to the last in equal steps; attacks are minus the defences
        double first = fit.attack().get("team-00");
        double last = fit.attack().get("team-11");
        assertThat(last - first).isCloseTo(0.6, within(0.1));
        assertThat(fit.defence().get("team-11")).isCloseTo(-0.3, within(0.1));
        assertThat(fit.home()).isCloseTo(0.25, within(0.05));
        DixonColesFit.Rates rates = fit.rates("team-11", "team-00").orElseThrow();
        assertThat(rates.home()).isCloseTo(Math.exp(0.1 + 0.25 + 0.6), within(0.25));
        assertThat(fit.rates("team-11", "elsewhere")).isEmpty();
        assertThat(fit.rates("elsewhere", "team-00")).isEmpty();
    }

    @Test
    void gradientAndHessian_equalFiniteDifferences() {
        GoalLikelihood likelihood = new GoalLikelihood(4, 48, new DixonColesSettings(100, 0.5, true));
        Random random = new Random(11);
        for (int i = 0; i < 48; i++) {
            int home = random.nextInt(4);
            likelihood.add(
                    home,
                    (home + 1 + random.nextInt(3)) % 4,
                    random.nextInt(3),
                    random.nextInt(3),
                    0.5 + random.nextDouble());
        }
        double[] at = likelihood.start();
        for (int i = 0; i < at.length; i++) {
            at[i] += 0.2 * (random.nextDouble() - 0.5);
        }
        int n = at.length;
        double[] gradient = new double[n];
        double[][] curvature = new double[n][n];
        likelihood.derivatives(at, gradient, curvature);
        double h = 1e-5;
        for (int p = 0; p < n; p++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[p] += h;
            down[p] -= h;
            assertThat(gradient[p]).isCloseTo((likelihood.value(up) - likelihood.value(down)) / (2 * h), within(1e-5));
            double[] gradientUp = new double[n];
            double[] gradientDown = new double[n];
            likelihood.derivatives(up, gradientUp, new double[n][n]);
            likelihood.derivatives(down, gradientDown, new double[n][n]);
            for (int q = 0; q < n; q++) {
                assertThat(-curvature[p][q]).isCloseTo((gradientUp[q] - gradientDown[q]) / (2 * h), within(1e-4));
            }
        }
    }

    @Test
    void decay_followsTheNewerMatches() {
        List<ScoredMatch> matches = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = START.plusSeconds(86_400L * 10 * i);
            boolean late = i >= 20;
            matches.add(new ScoredMatch("a", "b", late ? 3 : 1, late ? 1 : 3, at));
            matches.add(new ScoredMatch("b", "a", late ? 1 : 3, late ? 3 : 1, at));
        }
        DixonColesFit even = DixonColes.fit(matches, DixonColesSettings.plain());
        DixonColesFit decayed = DixonColes.fit(matches, new DixonColesSettings(30, 0, true));
        assertThat(even.attack().get("a")).isCloseTo(0, within(1e-6));
        assertThat(decayed.attack().get("a")).isGreaterThan(0.2);
    }

    @Test
    void shrinkage_boundsATeamThatNeverScored() {
        List<ScoredMatch> matches = new ArrayList<>(season(4, 5, 3));
        matches.add(new ScoredMatch("new", "team-00", 0, 2, START));
        assertThat(DixonColes.fit(matches, new DixonColesSettings(1e9, 2, true))
                        .attack()
                        .get("new"))
                .isBetween(-1.0, 0.0);
    }

    @Test
    void fit_isDeterministic() {
        List<ScoredMatch> matches = season(8, 10, 5);
        DixonColesSettings settings = new DixonColesSettings(200, 1, true);
        assertThat(DixonColes.fit(matches, settings)).isEqualTo(DixonColes.fit(matches, settings));
    }

    @Test
    void rejects_nothingAndTheFuture() {
        assertThatIllegalArgumentException().isThrownBy(() -> DixonColes.fit(List.of(), DixonColesSettings.plain()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DixonColes.fit(List.of(), START, DixonColesSettings.plain()));
        ScoredMatch match = new ScoredMatch("a", "b", 1, 0, START);
        assertThatThrownBy(() -> DixonColes.fit(List.of(match), START.minusSeconds(1), DixonColesSettings.plain()))
                .hasMessageContaining("is not known at");
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoredMatch("a", "a", 1, 0, START));
        assertThatIllegalArgumentException().isThrownBy(() -> new DixonColesSettings(0, 0, true));
    }

    /** Teams of evenly spaced strength play each other home and away so many times. */
    private static List<ScoredMatch> season(int teams, int rounds, long seed) {
        Random random = new Random(seed);
        List<ScoredMatch> matches = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < teams; i++) {
                for (int j = 0; j < teams; j++) {
                    if (i != j) {
                        double si = 0.6 * i / (teams - 1) - 0.3;
                        double sj = 0.6 * j / (teams - 1) - 0.3;
                        matches.add(new ScoredMatch(
                                "team-%02d".formatted(i),
                                "team-%02d".formatted(j),
                                goals(random, Math.exp(0.1 + 0.25 + si - sj)),
                                goals(random, Math.exp(0.1 + sj - si)),
                                START.plusSeconds(86_400L * round)));
                    }
                }
            }
        }
        return matches;
    }

    private static int goals(Random random, double rate) {
        double limit = Math.exp(-rate);
        int goals = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            goals++;
        }
        return goals;
    }

    private static double sum(Iterable<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
