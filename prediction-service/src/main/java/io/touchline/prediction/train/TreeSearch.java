package io.touchline.prediction.train;

import io.touchline.prediction.model.trees.TreeEnsemble;
import io.touchline.prediction.model.trees.TreeModel;
import io.touchline.prediction.model.trees.TreeTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grows all families, in a shape that was best on the latest part of the past when grown on the earlier part. Shapes are drawn by a seed.
 */
final class TreeSearch {

    private static final Logger LOG = LoggerFactory.getLogger(TreeSearch.class);
    private static final long SEED = 5;

    /** Share of the rows, the earliest, that candidates are grown on. */
    private static final double EARLIER = 0.75;

    /** Latest rows that a search looks at. */
    private static final int SEARCHED = 6_000;

    /** Rows between the two parts: about a week's, so that no match's neighbours are on both sides. */
    private static final int EMBARGO = 50;

    private TreeSearch() {}

    /** All families by name; none where there are too few rows. */
    static Map<String, TreeModel.Trained> grow(TreeRows rows, TreeTable table, TrainingSettings settings) {
        if (rows.rows() < settings.trees().fewestRows()) {
            return Map.of();
        }
        int first = Math.max(0, rows.rows() - SEARCHED);
        TreeShape chosen = best(rows.part(first, rows.rows()), settings.trees().candidates());
        LOG.info("trees on {} matches are grown as {}", rows.rows(), chosen);
        Map<String, TreeModel.Trained> trained = new TreeMap<>();
        TreeModel.NAMES.parallelStream()
                .map(family -> Map.entry(family, NativeTrees.grow(family, rows, chosen)))
                .toList()
                .forEach(each -> trained.put(each.getKey(), table.trained(each.getValue())));
        return trained;
    }

    private static TreeShape best(TreeRows rows, int candidates) {
        int split = (int) (rows.rows() * EARLIER);
        if (candidates < 2 || split + EMBARGO >= rows.rows()) {
            return TreeShape.usual();
        }
        TreeRows earlier = rows.part(0, split - EMBARGO);
        TreeRows later = rows.part(split, rows.rows());
        List<TreeShape> shapes = TreeShape.candidates(candidates, SEED);
        List<Double> errors = shapes.parallelStream()
                .map(shape -> error(NativeTrees.grow(TreeModel.LIGHTGBM, earlier, shape), later))
                .toList();
        int best = 0;
        for (int each = 1; each < errors.size(); each++) {
            if (errors.get(each) < errors.get(best)) {
                best = each;
            }
        }
        return shapes.get(best);
    }

    private static double error(TreeEnsemble trees, TreeRows rows) {
        double error = 0;
        double[] scores = new double[TreeRows.OUTPUTS];
        for (int row = 0; row < rows.rows(); row++) {
            trees.scores(rows.row(row), scores);
            for (int output = 0; output < scores.length; output++) {
                double off = scores[output] - rows.targets()[output][row];
                error += off * off;
            }
        }
        return error;
    }
}
