package io.touchline.prediction.model.trees;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads LightGBM's text format, as {@code saveModelToString} writes it. Numerical splits alone; gradient boosting and random forests.
 *
 * <p>Format: <a href="https://github.com/microsoft/LightGBM/blob/master/src/io/tree.cpp">tree.cpp</a> and gbdt_model_text.cpp of LightGBM 4.
 */
public final class LightGbmText {

    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_SHIFT = 2;
    private static final int MISSING_NONE = 0;
    private static final int MISSING_NAN = 2;

    private LightGbmText() {}

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException where it is none, or has categorical splits or zeros for unknown values
     */
    public static TreeEnsemble read(String text) {
        String[] parts = text.split("\\nTree=", -1);
        Map<String, String> head = entries(parts[0]);
        int outputs = Integer.parseInt(head.getOrDefault("num_tree_per_iteration", "0"));
        if (!text.startsWith("tree") || outputs < 1) {
            throw new IllegalArgumentException("this is no model of LightGBM");
        }
        TreeBuilder builder = new TreeBuilder(new double[outputs], false);
        for (int tree = 1; tree < parts.length; tree++) {
            add(builder, (tree - 1) % outputs, entries(parts[tree]));
        }
        // a random forest is the mean of its trees
        if (parts[0].contains("\naverage_output")) {
            builder.divideBy((parts.length - 1.0) / outputs);
        }
        return builder.build();
    }

    private static Map<String, String> entries(String part) {
        Map<String, String> entries = new HashMap<>();
        for (String line : part.split("\\n", -1)) {
            int equals = line.indexOf('=');
            if (line.startsWith("end of trees")) {
                break;
            }
            if (equals > 0) {
                entries.put(
                        line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
        return entries;
    }

    private static void add(TreeBuilder builder, int output, Map<String, String> tree) {
        double[] leaves = doubles(tree, "leaf_value");
        int splits = leaves.length - 1;
        int first = tree.containsKey("leaf_count") && splits > 0
                ? builder.tree(output, splits, leaves, doubles(tree, "leaf_count"))
                : builder.tree(output, splits, leaves);
        if (splits == 0) {
            return;
        }
        int[] features = ints(tree, "split_feature");
        double[] thresholds = doubles(tree, "threshold");
        int[] kinds = ints(tree, "decision_type");
        int[] left = ints(tree, "left_child");
        int[] right = ints(tree, "right_child");
        for (int split = 0; split < splits; split++) {
            if ((kinds[split] & CATEGORICAL) != 0) {
                throw new IllegalArgumentException("categorical splits are not known here");
            }
            int missing = kinds[split] >> MISSING_SHIFT;
            if (missing != MISSING_NONE && missing != MISSING_NAN) {
                throw new IllegalArgumentException("zeros for unknown values are not known here");
            }
            // where training saw no unknown value, LightGBM takes one for zero
            boolean unknownLeft = missing == MISSING_NAN ? (kinds[split] & DEFAULT_LEFT) != 0 : 0 <= thresholds[split];
            builder.split(
                    first + split,
                    features[split],
                    thresholds[split],
                    child(builder, first, left[split], leaves.length),
                    child(builder, first, right[split], leaves.length),
                    unknownLeft);
        }
    }

    private static int child(TreeBuilder builder, int first, int child, int leaves) {
        return child < 0 ? builder.leaf(~child, leaves) : first + child;
    }

    private static double[] doubles(Map<String, String> tree, String name) {
        return Arrays.stream(words(tree, name))
                .mapToDouble(LightGbmText::number)
                .toArray();
    }

    private static double number(String word) {
        return switch (word) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }

    private static int[] ints(Map<String, String> tree, String name) {
        return Arrays.stream(words(tree, name)).mapToInt(Integer::parseInt).toArray();
    }

    private static String[] words(Map<String, String> tree, String name) {
        String text = tree.get(name);
        if (text == null) {
            throw new IllegalArgumentException("a tree has no " + name);
        }
        return text.split(" ", -1);
    }
}
