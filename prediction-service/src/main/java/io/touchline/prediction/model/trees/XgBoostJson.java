package io.touchline.prediction.model.trees;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads XGBoost's JSON format, as {@code Booster.toByteArray("json")} writes it. Numerical splits, one value a leaf.
 *
 * <p>Format: <a href="https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html">Introduction to Model IO</a>.
 */
public final class XgBoostJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private XgBoostJson() {}

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException where it is none, or has categorical splits
     */
    public static TreeEnsemble read(byte[] json) {
        JsonNode learner;
        try {
            learner = JSON.readTree(json).path("learner");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this is no model of XGBoost: " + e.getOriginalMessage(), e);
        }
        JsonNode model = learner.path("gradient_booster").path("model");
        JsonNode parameters = learner.path("learner_model_param");
        if (!model.path("trees").isArray()) {
            throw new IllegalArgumentException("this is no model of XGBoost: it has no trees");
        }
        int outputs = Math.max(1, Integer.parseInt(parameters.path("num_class").asString("0")));
        TreeBuilder builder =
                new TreeBuilder(base(parameters.path("base_score").asString("0"), outputs, learner), true);
        JsonNode info = model.path("tree_info");
        for (int tree = 0; tree < model.path("trees").size(); tree++) {
            add(builder, info.path(tree).asInt(), model.path("trees").path(tree));
        }
        return builder.build();
    }

    /** One score for all outputs or one each; a probability where the objective is binary. */
    private static double[] base(String text, int outputs, JsonNode learner) {
        String[] words = text.replace("[", "").replace("]", "").split(",", -1);
        boolean logistic = learner.path("objective").path("name").asString("").equals("binary:logistic");
        double[] base = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            float told = Float.parseFloat(words[words.length == outputs ? output : 0].strip());
            base[output] = logistic ? (float) -Math.log(1.0 / told - 1.0) : told;
        }
        return base;
    }

    private static void add(TreeBuilder builder, int output, JsonNode tree) {
        JsonNode left = tree.path("left_children");
        int nodes = left.size();
        int[] place = new int[nodes];
        int splits = 0;
        int leaves = 0;
        for (int node = 0; node < nodes; node++) {
            place[node] = left.path(node).asInt() < 0 ? leaves++ : splits++;
        }
        double[] values = new double[leaves];
        double[] covers = new double[leaves];
        JsonNode conditions = tree.path("split_conditions");
        for (int node = 0; node < nodes; node++) {
            if (left.path(node).asInt() < 0) {
                values[place[node]] = (float) conditions.path(node).asDouble();
                covers[place[node]] = tree.path("sum_hessian").path(node).asDouble(1);
            }
        }
        int first = builder.tree(output, splits, values, covers);
        for (int node = 0; node < nodes; node++) {
            if (left.path(node).asInt() >= 0) {
                split(builder, tree, node, place, first, leaves);
            }
        }
    }

    private static void split(TreeBuilder builder, JsonNode tree, int node, int[] place, int first, int leaves) {
        if (tree.path("split_type").path(node).asInt() != 0) {
            throw new IllegalArgumentException("categorical splits are not known here");
        }
        JsonNode left = tree.path("left_children");
        int[] children = {
            left.path(node).asInt(), tree.path("right_children").path(node).asInt()
        };
        int[] to = new int[2];
        for (int side = 0; side < 2; side++) {
            boolean isLeaf = left.path(children[side]).asInt() < 0;
            to[side] = isLeaf ? builder.leaf(place[children[side]], leaves) : first + place[children[side]];
        }
        // below the condition goes left: the largest float below it is the last that does
        float condition = (float) tree.path("split_conditions").path(node).asDouble();
        builder.split(
                first + place[node],
                tree.path("split_indices").path(node).asInt(),
                Math.nextDown(condition),
                to[0],
                to[1],
                tree.path("default_left").path(node).asInt() != 0);
    }
}
