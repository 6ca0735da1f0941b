package io.touchline.prediction.calibrate;

import io.touchline.domain.fixture.Cutoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Learns a calibration from past forecasts that were made before their matches. */
public final class CalibrationFit {

    /** How far a sharpness may lie from 1, and a competition's from that of all: differences in past leagues and seasons. */
    private static final double ALL_CERTAINTY = 0.02;

    private static final double COMPETITION_CERTAINTY = 0.01;
    private static final int FEWEST_OF_COMPETITION = 1_000;
    private static final int FEWEST = 300;
    private static final int FEWEST_FOR_STEPS = 3_000;

    /** Share of the matches, the earliest, that a calibration is learned on to be judged on the rest. */
    private static final double EARLIER = 0.7;

    /** Log loss by which a calibration must be better on later matches: less is noise, and cost 0.0003 on five leagues from 2018 to 2023. */
    private static final double WORTH_IT = 0.0005;

    /** And by so many standard errors. */
    private static final double ERRORS = 2.5;

    private CalibrationFit() {}

    /**
     * One forecast.
     *
     * @param outcome 0 home, 1 draw, 2 away
     */
    @SuppressWarnings("ArrayRecordComponent") // only read
    public record Past(String competition, double[] forecast, int outcome) {}

    /**
     * Sharpness by competition and under {@link Calibration#ALL}; empty unless it, learned on the earlier matches, has a lower log loss on the later ones than none.
     *
     * @param past in the order of time
     */
    public static Map<String, Double> sharpness(List<Past> past) {
        if (past.size() < FEWEST) {
            return Map.of();
        }
        int split = (int) (past.size() * EARLIER);
        Calibration trial = new Calibration(Map.of(Cutoff.OPENING, fitted(past.subList(0, split))), Map.of());
        boolean isBetter = isBetter(
                past.subList(split, past.size()),
                each -> trial.applied(Cutoff.OPENING, each.competition(), each.forecast()));
        return isBetter ? fitted(past) : Map.of();
    }

    private static Map<String, Double> fitted(List<Past> past) {
        Map<String, Double> found = new TreeMap<>();
        double all = fit(past, 1, ALL_CERTAINTY);
        found.put(Calibration.ALL, all);
        Map<String, List<Past>> byCompetition = new TreeMap<>();
        past.forEach(each -> byCompetition
                .computeIfAbsent(each.competition(), c -> new ArrayList<>())
                .add(each));
        byCompetition.forEach((competition, each) -> {
            if (each.size() >= FEWEST_OF_COMPETITION) {
                found.put(competition, fit(each, all, COMPETITION_CERTAINTY));
            }
        });
        return found;
    }

    private static double fit(List<Past> past, double belief, double certainty) {
        return Temperature.fit(
                past.stream().map(Past::forecast).toList(),
                past.stream().map(Past::outcome).toList(),
                belief,
                certainty);
    }

    /**
     * Isotonic functions of home, draw and away; empty unless they, fitted on the earlier matches, have a lower log loss on the later ones than what they are given.
     *
     * @param past in the order of time, sharpened already
     */
    public static Optional<List<Isotonic>> steps(List<Past> past) {
        if (past.size() < FEWEST_FOR_STEPS) {
            return Optional.empty();
        }
        int split = (int) (past.size() * EARLIER);
        List<Isotonic> trial = isotonic(past.subList(0, split));
        boolean isBetter =
                isBetter(past.subList(split, past.size()), each -> Calibration.stepped(trial, each.forecast()));
        return isBetter ? Optional.of(isotonic(past)) : Optional.empty();
    }

    /** Whether log loss falls by enough to be of use, and by more than chance would have it. */
    private static boolean isBetter(List<Past> later, Function<Past, double[]> calibrated) {
        double sum = 0;
        double squares = 0;
        for (Past each : later) {
            double gain = Math.log(calibrated.apply(each)[each.outcome()] / each.forecast()[each.outcome()]);
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / later.size();
        double error = Math.sqrt(Math.max(0, squares / later.size() - mean * mean) / later.size());
        return mean > WORTH_IT && mean > ERRORS * error;
    }

    private static List<Isotonic> isotonic(List<Past> past) {
        List<Isotonic> functions = new ArrayList<>();
        for (int outcome = 0; outcome < 3; outcome++) {
            int k = outcome;
            functions.add(Isotonic.fit(
                    past.stream().map(each -> each.forecast()[k]).toList(),
                    past.stream().map(each -> each.outcome() == k).toList()));
        }
        return functions;
    }
}
