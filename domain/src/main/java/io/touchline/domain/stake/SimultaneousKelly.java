package io.touchline.domain.stake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stakes of bets that are open at the same time, solved together: bets on one match win and lose together as its scores say, matches
 * are independent of each other.
 *
 * <p>Maximises the expected logarithm of wealth over all stakes, none negative and their sum below 1, by projected gradient steps. Up to
 * {@link #EXACT_SCENARIOS} combinations of results the expectation is exact; beyond, it is the second-order expansion by means and
 * covariances, which is close while stakes are small. Two independent bets of 0.55 at 2.00 get 0.0990 each instead of 0.10; run as
 * {@code SimultaneousKellyTest#twoIndependentBets}.
 *
 * <p>Thorp, E. O. (2006). The Kelly criterion in blackjack, sports betting and the stock market. Handbook of Asset and Liability
 * Management 1, 385-428.
 */
public final class SimultaneousKelly {

    static final int EXACT_SCENARIOS = 4096;
    private static final int MAX_STEPS = 5000;
    private static final double SOLVED = 1e-12;
    /** Wealth never falls below this share, so the logarithm stays finite. */
    private static final double MOST_STAKED = 0.99;

    /**
     * What can happen in one match to the bets placed on it.
     *
     * @param probabilities of the match's scenarios (scores, or groups of scores that settle alike); they sum to 1
     * @param profits profit per unit staked, by bet and scenario
     */
    public record Match(List<Double> probabilities, List<List<Double>> profits) {
        public Match {
            probabilities = List.copyOf(probabilities);
            profits = List.copyOf(profits);
            for (List<Double> bet : profits) {
                if (bet.size() != probabilities.size()) {
                    throw new IllegalArgumentException("a bet has one profit for each scenario");
                }
            }
        }

        /** A match with one bet that wins or loses. */
        public static Match ofBet(double probability, double odds) {
            return new Match(List.of(probability, 1 - probability), List.of(List.of(odds - 1, -1.0)));
        }
    }

    private final double[][] scenarios;
    private final double[] weights;
    private final double[] mean;
    private final double[][] second;
    private final int bets;

    private SimultaneousKelly(List<Match> matches) {
        bets = matches.stream().mapToInt(match -> match.profits().size()).sum();
        mean = new double[bets];
        second = new double[bets][bets];
        int[] matchOfBet = new int[bets];
        long count = 1;
        int first = 0;
        for (int m = 0; m < matches.size(); m++) {
            Match match = matches.get(m);
            moments(match, first);
            Arrays.fill(matchOfBet, first, first + match.profits().size(), m);
            first += match.profits().size();
            count = Math.min(Integer.MAX_VALUE, count * match.probabilities().size());
        }
        for (int i = 0; i < bets; i++) {
            for (int j = 0; j < bets; j++) {
                if (matchOfBet[i] != matchOfBet[j]) {
                    second[i][j] = mean[i] * mean[j];
                }
            }
        }
        List<double[]> all = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        if (count <= EXACT_SCENARIOS) {
            combine(matches, 0, 0, new double[bets], 1, all, chances);
        }
        scenarios = all.toArray(new double[0][]);
        weights = chances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Kelly's own fractions, in the order of matches and their bets; multiply and cap with {@link #stakes}. */
    public static double[] fractions(List<Match> matches) {
        return new SimultaneousKelly(matches).solve();
    }

    /**
     * Fractions times the multiplier, each at most the cap, all scaled down together where they exceed what may still be exposed.
     *
     * @param openExposure stakes of bets that are already open
     */
    public static double[] stakes(List<Match> matches, KellySettings settings, double openExposure) {
        double[] stakes = fractions(matches);
        double sum = 0;
        for (int i = 0; i < stakes.length; i++) {
            stakes[i] = Math.min(stakes[i] * settings.multiplier(), settings.maximumStake());
            sum += stakes[i];
        }
        double free = Math.max(0, settings.maximumExposure() - openExposure);
        if (sum > free) {
            for (int i = 0; i < stakes.length; i++) {
                stakes[i] *= free / sum;
            }
        }
        return stakes;
    }

    private void moments(Match match, int first) {
        for (int s = 0; s < match.probabilities().size(); s++) {
            double p = match.probabilities().get(s);
            for (int i = 0; i < match.profits().size(); i++) {
                double x = match.profits().get(i).get(s);
                mean[first + i] += p * x;
                for (int j = 0; j < match.profits().size(); j++) {
                    second[first + i][first + j] +=
                            p * x * match.profits().get(j).get(s);
                }
            }
        }
    }

    private static void combine(
            List<Match> matches,
            int at,
            int first,
            double[] profits,
            double chance,
            List<double[]> all,
            List<Double> chances) {
        if (at == matches.size()) {
            all.add(profits.clone());
            chances.add(chance);
            return;
        }
        Match match = matches.get(at);
        for (int s = 0; s < match.probabilities().size(); s++) {
            for (int i = 0; i < match.profits().size(); i++) {
                profits[first + i] = match.profits().get(i).get(s);
            }
            double p = chance * match.probabilities().get(s);
            if (p > 0) {
                combine(matches, at + 1, first + match.profits().size(), profits, p, all, chances);
            }
        }
    }

    private double[] solve() {
        double[] at = new double[bets];
        double value = value(at);
        double length = 0.1;
        for (int step = 0; step < MAX_STEPS && length > SOLVED; step++) {
            double[] gradient = gradient(at);
            double[] next = moved(at, gradient, length);
            double nextValue = value(next);
            double distance = 0;
            for (int i = 0; i < bets; i++) {
                distance += (next[i] - at[i]) * (next[i] - at[i]);
            }
            if (nextValue > value + 1e-4 / length * distance || distance == 0) {
                if (distance < SOLVED * SOLVED) {
                    return next;
                }
                at = next;
                value = nextValue;
                length *= 2;
            } else {
                length /= 2;
            }
        }
        return at;
    }

    private double[] moved(double[] at, double[] gradient, double length) {
        double[] next = new double[bets];
        for (int i = 0; i < bets; i++) {
            next[i] = at[i] + length * gradient[i];
        }
        return projected(next);
    }

    /** The nearest point with no negative stake and a sum that leaves some wealth. */
    private static double[] projected(double[] stakes) {
        double sum = 0;
        for (double stake : stakes) {
            sum += Math.max(0, stake);
        }
        double shift = 0;
        if (sum > MOST_STAKED) {
            double[] sorted = stakes.clone();
            Arrays.sort(sorted);
            double kept = 0;
            for (int k = 1; k <= sorted.length; k++) {
                kept += sorted[sorted.length - k];
                double candidate = (kept - MOST_STAKED) / k;
                if (sorted[sorted.length - k] > candidate) {
                    shift = candidate;
                }
            }
        }
        double[] projected = new double[stakes.length];
        for (int i = 0; i < stakes.length; i++) {
            projected[i] = Math.max(0, stakes[i] - shift);
        }
        return projected;
    }

    private double value(double[] stakes) {
        double value = 0;
        if (scenarios.length > 0) {
            for (int s = 0; s < scenarios.length; s++) {
                value += weights[s] * Math.log(1 + dot(scenarios[s], stakes));
            }
            return value;
        }
        for (int i = 0; i < bets; i++) {
            value += stakes[i] * (mean[i] - dot(second[i], stakes) / 2);
        }
        return value;
    }

    private double[] gradient(double[] stakes) {
        double[] gradient = new double[bets];
        if (scenarios.length > 0) {
            for (int s = 0; s < scenarios.length; s++) {
                double share = weights[s] / (1 + dot(scenarios[s], stakes));
                for (int i = 0; i < bets; i++) {
                    gradient[i] += share * scenarios[s][i];
                }
            }
            return gradient;
        }
        for (int i = 0; i < bets; i++) {
            gradient[i] = mean[i] - dot(second[i], stakes);
        }
        return gradient;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
