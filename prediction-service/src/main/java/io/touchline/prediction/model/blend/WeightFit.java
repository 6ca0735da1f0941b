package io.touchline.prediction.model.blend;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the weights on the simplex that minimise the log loss of the {@link Pool} on past matches. The loss is convex in the weights where all vote; exponentiated gradient steps keep them
 * positive with a sum of 1. The start weights count as some matches more, so that few matches move little.
 *
 * <p>Genest, C., Zidek, J. V. (1986). Combining probability distributions: a critique and an annotated bibliography. Statistical Science 1, 114-135. Kivinen, J., Warmuth, M. K.
 * (1997). Exponentiated gradient versus gradient descent for linear predictors. Information and Computation 132, 1-63.
 */
public final class WeightFit {

    /** How many matches the start weights are worth. */
    static final double PRIOR_MATCHES = 300;

    /** Votes below which nothing is learned of a model. */
    private static final int FEWEST_VOTES = 100;

    private static final int OUTCOMES_AT_MOST = 3;
    private static final int MAX_STEPS = 200;
    private static final double SOLVED = 1e-6;
    private static final double SMALLEST_STEP = 1e-9;

    private final double[][][] logs;
    private final int[] outcomes;
    private final double[] prior;

    private WeightFit(double[][][] logs, int[] outcomes, double[] prior) {
        this.logs = logs;
        this.outcomes = outcomes;
        this.prior = prior;
    }

    /**
     * One match of the past.
     *
     * @param forecasts probabilities of home, draw and away by model
     * @param outcome 0, 1, 2
     */
    public record Past(Map<String, double[]> forecasts, int outcome) {}

    /**
     * The weights.
     *
     * @param past matches; a model with few votes among them keeps its start weight; where a model did not vote the others share its weight in proportion (in use those that know the prices come first, see {@link Ballot})
     * @param start weights by model, all above 0
     * @param from where the search begins: the weights found last time, or the start
     */
    public static Map<String, Double> fit(List<Past> past, Map<String, Double> start, Map<String, Double> from) {
        List<String> models = new TreeMap<>(start)
                .keySet().stream().filter(model -> votesOften(model, past)).toList();
        if (models.isEmpty()) {
            return start;
        }
        List<Past> whole = past.stream()
                .filter(each -> models.stream().anyMatch(each.forecasts()::containsKey))
                .toList();
        double[][][] logs = new double[whole.size()][models.size()][];
        int[] outcomes = new int[whole.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = whole.get(i).outcome();
            for (int m = 0; m < models.size(); m++) {
                logs[i][m] = Pool.logs(whole.get(i).forecasts().getOrDefault(models.get(m), new double[0]));
            }
        }
        double[] prior = normalised(models.stream()
                .mapToDouble(model -> start.getOrDefault(model, 0.0))
                .toArray());
        double[] begin = models.stream()
                .mapToDouble(model -> Math.max(1e-6, from.getOrDefault(model, 0.0)))
                .toArray();
        double[] found = new WeightFit(logs, outcomes, prior).search(normalised(begin));
        double all = start.values().stream().mapToDouble(Double::doubleValue).sum();
        double learned = models.stream()
                .mapToDouble(model -> start.getOrDefault(model, 0.0))
                .sum();
        Map<String, Double> weights = new TreeMap<>();
        start.forEach((model, weight) -> weights.put(model, weight / all));
        for (int m = 0; m < found.length; m++) {
            weights.put(models.get(m), found[m] * learned / all);
        }
        return weights;
    }

    private static boolean votesOften(String model, List<Past> past) {
        return past.stream()
                        .filter(each -> each.forecasts().containsKey(model))
                        .limit(FEWEST_VOTES)
                        .count()
                == FEWEST_VOTES;
    }

    private double[] search(double[] begin) {
        double[] at = begin;
        double[] slope = new double[at.length];
        double loss = loss(at, slope);
        double step = 1;
        for (int i = 0; i < MAX_STEPS && step > SMALLEST_STEP; i++) {
            double[] next = new double[at.length];
            for (int m = 0; m < next.length; m++) {
                next[m] = at[m] * Math.exp(-step * (slope[m] - slope[0]));
            }
            normalised(next);
            double[] nextSlope = new double[at.length];
            double nextLoss = loss(next, nextSlope);
            if (nextLoss <= loss) {
                double moved = 0;
                for (int m = 0; m < next.length; m++) {
                    moved = Math.max(moved, Math.abs(next[m] - at[m]));
                }
                at = next;
                slope = nextSlope;
                loss = nextLoss;
                step *= 2;
                if (moved < SOLVED) {
                    break;
                }
            } else {
                step /= 4;
            }
        }
        return at;
    }

    /** Mean loss with the prior's part, and its slope by each weight. */
    private double loss(double[] weights, double[] slope) {
        double loss = 0;
        double[] mean = new double[OUTCOMES_AT_MOST];
        double[] p = new double[OUTCOMES_AT_MOST];
        for (int i = 0; i < outcomes.length; i++) {
            double[][] match = logs[i];
            int outcome = outcomes[i];
            double voting = 0;
            Arrays.fill(mean, 0);
            int count = 0;
            for (int m = 0; m < weights.length; m++) {
                double[] vote = match[m];
                if (vote.length > 0) {
                    count = vote.length;
                    voting += weights[m];
                    for (int k = 0; k < count; k++) {
                        mean[k] += weights[m] * vote[k];
                    }
                }
            }
            double sum = 0;
            for (int k = 0; k < count; k++) {
                mean[k] /= voting;
                p[k] = Math.exp(mean[k]);
                sum += p[k];
            }
            loss -= Math.log(p[outcome] / sum);
            double expected = 0;
            for (int k = 0; k < count; k++) {
                p[k] /= sum;
                expected += p[k] * mean[k];
            }
            for (int m = 0; m < weights.length; m++) {
                double[] vote = match[m];
                if (vote.length > 0) {
                    double told = 0;
                    for (int k = 0; k < count; k++) {
                        told += p[k] * vote[k];
                    }
                    slope[m] += (told - vote[outcome] - expected + mean[outcome]) / voting;
                }
            }
        }
        double all = outcomes.length + PRIOR_MATCHES;
        for (int m = 0; m < weights.length; m++) {
            loss -= PRIOR_MATCHES * prior[m] * Math.log(weights[m]);
            slope[m] = (slope[m] - PRIOR_MATCHES * prior[m] / weights[m]) / all;
        }
        return loss / all;
    }

    private static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int m = 0; m < weights.length; m++) {
            weights[m] = Math.max(1e-12, weights[m] / sum);
        }
        return weights;
    }
}
