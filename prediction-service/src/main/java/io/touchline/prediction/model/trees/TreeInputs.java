package io.touchline.prediction.model.trees;

import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.schema.FeatureCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which numbers the trees see and in what order: features of the catalogue by name, then what the models beside them work out. A release keeps the names, so that a later catalogue cannot shift them; a name that
 * the catalogue has no more is unknown.
 */
public final class TreeInputs {

    /** What a model that knows no odds says, as the unpriced trees are told it. */
    static final List<String> OPINION = List.of("strength_supremacy", "strength_draw");

    private static final String IN_PLAY = "in_play";

    /** Place of a name that the catalogue has no more: behind every vector. */
    private static final int BEYOND = Integer.MAX_VALUE;

    private final List<String> names;
    private final List<Run> runs = new ArrayList<>();
    private final int besideFrom;

    /** Names that stand beside each other in the catalogue too, from a place there and here. */
    private record Run(int position, int at, int count) {}

    /** Of these names; as many of the last as are none of the catalogue's are given beside the vector. */
    TreeInputs(List<String> names) {
        Map<String, Integer> known = IntStream.range(
                        0, FeatureCatalogue.shipped().features().size())
                .boxed()
                .collect(Collectors.toMap(
                        at -> FeatureCatalogue.shipped().features().get(at).name(), at -> at));
        this.names = List.copyOf(names);
        int beside = names.contains(OPINION.getFirst()) ? OPINION.size() : LineModel.NUMBERS;
        this.besideFrom = names.size() - beside;
        for (int at = 0; at < besideFrom; at++) {
            int position = known.getOrDefault(names.get(at), BEYOND);
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && position == last.position() + last.count()) {
                runs.set(runs.size() - 1, new Run(last.position(), last.at(), last.count() + 1));
            } else {
                runs.add(new Run(position, at, 1));
            }
        }
    }

    /** For matches that are quoted: the whole vector and the numbers of the line model. */
    static TreeInputs priced() {
        List<String> names = new ArrayList<>();
        FeatureCatalogue.shipped().features().stream()
                .filter(feature -> !feature.group().equals(IN_PLAY))
                .forEach(feature -> names.add(feature.name()));
        names.addAll(LineModel.NAMES);
        return new TreeInputs(names);
    }

    /** For matches that nobody quotes: no number that comes from odds. */
    static TreeInputs unpriced() {
        List<String> names = new ArrayList<>();
        FeatureCatalogue.shipped().features().stream()
                .filter(feature -> !feature.group().equals(IN_PLAY) && !FeatureValues.isOfOdds(feature))
                .forEach(feature -> names.add(feature.name()));
        names.addAll(OPINION);
        return new TreeInputs(names);
    }

    public List<String> names() {
        return names;
    }

    public int size() {
        return names.size();
    }

    /** A match's numbers. */
    float[] row(FeatureValues features, double[] beside) {
        float[] row = new float[names.size()];
        for (Run run : runs) {
            features.copyTo(run.position(), row, run.at(), run.count());
        }
        for (int i = 0; i < beside.length; i++) {
            row[besideFrom + i] = (float) beside[i];
        }
        return row;
    }
}
