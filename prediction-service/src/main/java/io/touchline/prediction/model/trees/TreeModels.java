package io.touchline.prediction.model.trees;

import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.trees.TreeModel.Trained;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The families of trees that were trained together. Immutable. */
public final class TreeModels {

    private static final String PRICED = "priced";
    private static final String UNPRICED = "unpriced";
    private static final TreeModels NONE = new TreeModels(Map.of(), Map.of());

    private final Map<String, Trained> priced;
    private final Map<String, Trained> unpriced;
    private final TreeScorer pricedScorer;
    private final TreeScorer unpricedScorer;

    /**
     * Families.
     *
     * @param priced by family: moves of the prices until the close
     * @param unpriced by family: corrections of the strength model
     */
    public TreeModels(Map<String, Trained> priced, Map<String, Trained> unpriced) {
        this.priced = Collections.unmodifiableMap(new TreeMap<>(priced));
        this.unpriced = Collections.unmodifiableMap(new TreeMap<>(unpriced));
        this.pricedScorer = scorer(this.priced);
        this.unpricedScorer = scorer(this.unpriced);
    }

    private static TreeScorer scorer(Map<String, Trained> trained) {
        return new TreeScorer(trained.values().stream().map(Trained::trees).toList());
    }

    public Map<String, Trained> priced() {
        return priced;
    }

    public Map<String, Trained> unpriced() {
        return unpriced;
    }

    /** What every family says of what was asked, at once, by name. */
    public Map<String, Forecast> forecasts(TreeModel.Asked asked) {
        double[][] scores = (asked.isPriced() ? pricedScorer : unpricedScorer).scores(asked.row());
        Map<String, Forecast> forecasts = new HashMap<>();
        int family = 0;
        for (String name : (asked.isPriced() ? priced : unpriced).keySet()) {
            forecasts.put(name, TreeModel.forecast(asked, scores[family++]));
        }
        return forecasts;
    }

    /** Nothing was learned. */
    public static TreeModels none() {
        return NONE;
    }

    /** As models beside the others of a release. */
    public List<TreeModel> models(LineModel line, StrengthModel strength) {
        List<TreeModel> models = new ArrayList<>();
        for (String name : TreeModel.NAMES) {
            Trained one = priced.get(name);
            Trained other = unpriced.get(name);
            if (one != null || other != null) {
                models.add(new TreeModel(name, line, strength, one, other));
            }
        }
        return models;
    }

    /**
     * How the trees of one kind stand in a release.
     *
     * @param inputs names of what they are given
     * @param trees by family, as {@link TreeContent} writes them
     */
    public record Written(List<String> inputs, Map<String, String> trees) {}

    /** For writing, by kind; a kind that was not learned is left out. */
    public Map<String, Written> written() {
        Map<String, Written> written = new TreeMap<>();
        write(PRICED, priced, written);
        write(UNPRICED, unpriced, written);
        return written;
    }

    private static void write(String kind, Map<String, Trained> trained, Map<String, Written> into) {
        if (!trained.isEmpty()) {
            Map<String, String> trees = new TreeMap<>();
            trained.forEach((name, each) -> trees.put(name, TreeContent.write(each.trees())));
            into.put(
                    kind,
                    new Written(trained.values().iterator().next().inputs().names(), trees));
        }
    }

    /** What was written; none where the release has no trees. */
    public static TreeModels read(@Nullable Map<String, Written> written) {
        return written == null ? NONE : new TreeModels(read(written.get(PRICED)), read(written.get(UNPRICED)));
    }

    private static Map<String, Trained> read(@Nullable Written written) {
        Map<String, Trained> trained = new TreeMap<>();
        if (written != null) {
            TreeInputs inputs = new TreeInputs(written.inputs());
            written.trees().forEach((name, trees) -> trained.put(name, new Trained(inputs, TreeContent.read(trees))));
        }
        return trained;
    }
}
