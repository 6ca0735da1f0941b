package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.schema.FeatureCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How models are trained.
 *
 * @param every between two training moments, whole days; moments count from a Monday, 03:00 UTC
 * @param window results older than this before the moment are not learned from
 * @param dixonColes decay and shrinkage
 * @param fewestResults of an association before its goal model is fitted, and in all before the logit is
 * @param blendMatches most recent matches that the blend's weights are learned on, per cut-off
 * @param judgedMatches most recent matches that the walk-forward metrics are taken on
 * @param recent how long before the moment matches are held out to test a new release on, at least
 * @param tolerance how much worse its log loss may be there
 * @param trees how trees are grown
 */
public record TrainingSettings(
        Duration every,
        Duration window,
        DixonColesSettings dixonColes,
        int fewestResults,
        int blendMatches,
        int judgedMatches,
        Duration recent,
        double tolerance,
        Trees trees) {

    private static final int RECIPE_DIGITS = 12;

    /**
     * Trees.
     *
     * @param every between two growings, whole days; between them the same trees stand in every release
     * @param rows most recent matches that they are grown on, per kind; 0 grows none
     * @param fewestRows below which none are grown
     * @param candidates shapes that a search compares on the latest part of the past; 1 searches nothing
     */
    public record Trees(Duration every, int rows, int fewestRows, int candidates) {

        /** Once a year on 15,000 matches, which are eight years of five leagues. */
        public static Trees standard() {
            return new Trees(Duration.ofDays(364), 15_000, 2_000, 3);
        }

        /** Grows none. */
        public static Trees none() {
            return new Trees(Duration.ofDays(364), 0, 1, 1);
        }
    }

    /** With the usual trees. */
    public TrainingSettings(
            Duration every,
            Duration window,
            DixonColesSettings dixonColes,
            int fewestResults,
            int blendMatches,
            int judgedMatches,
            Duration recent,
            double tolerance) {
        this(
                every,
                window,
                dixonColes,
                fewestResults,
                blendMatches,
                judgedMatches,
                recent,
                tolerance,
                Trees.standard());
    }

    public TrainingSettings {
        if (every.toDays() < 1 || !every.equals(Duration.ofDays(every.toDays()))) {
            throw new IllegalArgumentException("training comes every whole number of days but was " + every);
        }
    }

    /**
     * What a release is made by: two of the same recipe differ by what they learned from alone. Twelve hexadecimal digits over the settings that shape models, the trees' usual shape, the start weights, the catalogue's version and the content's format.
     */
    public String recipe() {
        String text = String.join(
                "|",
                every.toString(),
                window.toString(),
                dixonColes.toString(),
                String.valueOf(fewestResults),
                String.valueOf(blendMatches),
                trees.toString(),
                TreeShape.usual().toString(),
                startWeights(),
                String.valueOf(FeatureCatalogue.shipped().version()),
                String.valueOf(EnsembleContent.FORMAT));
        return ReleaseFile.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, RECIPE_DIGITS);
    }

    private static String startWeights() {
        BlendWeights start = BlendWeights.start();
        return Arrays.stream(Cutoff.values())
                .map(cutoff -> start.at(cutoff, true) + "|" + start.at(cutoff, false) + "|" + start.ofOver(cutoff))
                .collect(Collectors.joining("|"));
    }

    /** Weekly, on four years. Half-life 390 days and shrinkage 5 had the lowest log loss (0.97641) on 12,727 matches of five leagues from 2012 to 2019 among 200 to 800 days and 0.5 to 5. */
    public static TrainingSettings standard() {
        return new TrainingSettings(
                Duration.ofDays(7),
                Duration.ofDays(1461),
                new DixonColesSettings(390, 5, true),
                100,
                10000,
                2000,
                Duration.ofDays(28),
                0.005);
    }
}
