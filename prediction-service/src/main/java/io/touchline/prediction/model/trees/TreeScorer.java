package io.touchline.prediction.model.trees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores several ensembles over the same values at once: every tree of a block takes one step down, then every tree takes the next, and a tree whose leaf is reached stands still. No branch depends on a value and no step waits for
 * another tree's, so that the processor guesses nothing wrong and takes several steps at a time. The leaves are added in the order of the trees: scores are the same bits as {@link TreeEnsemble#scores}. Immutable.
 *
 * <p>A split is one word: threshold (32 bits) as {@link FloatOrder} has it, how many places behind it its two ways stand beside each other (16), whether an unknown value goes left (1), the value's place (15). A leaf's
 * threshold is never passed and its ways are itself.
 *
 * <p>Asadi, N., Lin, J., de Vries, A. P. (2014). Runtime optimizations for tree-based machine learning models. IEEE Transactions on Knowledge and Data Engineering 26(9), 2281-2292; predication and interleaving.
 */
public final class TreeScorer {

    /** Trees that take their steps together: more would leave the fastest memory between two steps. */
    private static final int BLOCK = 64;

    private static final int THRESHOLD = 32;
    private static final int WAYS = 16;
    private static final int UNKNOWN_LEFT = 15;
    private static final int PLACE = (1 << UNKNOWN_LEFT) - 1;
    private static final long LEAF = (long) Integer.MAX_VALUE << THRESHOLD;

    private final List<TreeEnsemble> ensembles;
    /** First tree of each ensemble. */
    private final int[] first;

    /** Words of the splits and leaves, tree by tree, each from its root down. */
    private final long[] nodes;

    /** By node; 0 for a split. */
    private final double[] leaves;
    /** By tree, the deepest first, and which tree that is in the ensembles' order. */
    private final int[] roots;

    private final int[] trees;
    /** How many trees take a first, a second, … step. */
    private final int[] stepping;

    private record Tree(TreeEnsemble of, int root, int place, int depth) {}

    /** Of ensembles that are given the same values. */
    public TreeScorer(List<TreeEnsemble> ensembles) {
        this.ensembles = List.copyOf(ensembles);
        this.first = new int[ensembles.size() + 1];
        List<Tree> all = new ArrayList<>();
        for (int e = 0; e < ensembles.size(); e++) {
            TreeEnsemble ensemble = ensembles.get(e);
            for (int tree = 0; tree < ensemble.trees(); tree++) {
                int root = ensemble.root(tree);
                all.add(new Tree(ensemble, root, all.size(), depth(ensemble, root)));
            }
            first[e + 1] = all.size();
        }
        all.sort(Comparator.comparingInt(Tree::depth).reversed());
        trees = all.stream().mapToInt(Tree::place).toArray();
        roots = new int[trees.length];
        stepping = new int[all.isEmpty() ? 0 : all.getFirst().depth()];
        List<Long> words = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = words.size();
            add(all.get(tree), words, values);
            for (int step = 0; step < all.get(tree).depth(); step++) {
                stepping[step]++;
            }
        }
        nodes = words.stream().mapToLong(Long::longValue).toArray();
        leaves = values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int depth(TreeEnsemble ensemble, int at) {
        return at < 0
                ? 0
                : 1 + Math.max(depth(ensemble, ensemble.child(at, 0)), depth(ensemble, ensemble.child(at, 1)));
    }

    /** Adds a tree, level by level. */
    private static void add(Tree tree, List<Long> words, List<Double> values) {
        TreeEnsemble of = tree.of();
        List<Integer> places = new ArrayList<>(List.of(tree.root()));
        for (int i = 0; i < places.size(); i++) {
            int at = places.get(i);
            if (at < 0) {
                words.add(LEAF);
                values.add(of.leafValue(at));
            } else {
                words.add(split(of, at, places.size() - i));
                values.add(0.0);
                places.add(of.child(at, 0));
                places.add(of.child(at, 1));
            }
        }
    }

    private static long split(TreeEnsemble of, int at, int ways) {
        int place = of.featureAt(at);
        if (place > PLACE || ways >> WAYS != 0) {
            throw new IllegalArgumentException("a tree is too large: value " + place + ", " + ways + " places on");
        }
        int unknownLeft = of.child(at, 2) == of.child(at, 0) ? 1 : 0;
        // one more wraps the key of an unknown value round to the lowest of all, so the threshold is one more too
        int threshold = FloatOrder.floor(of.thresholdAt(at)) + unknownLeft;
        return ((long) threshold << THRESHOLD) | ((long) ways << WAYS) | ((long) unknownLeft << UNKNOWN_LEFT) | place;
    }

    /** Raw scores by ensemble and output. */
    public double[][] scores(float[] values) {
        int[] keys = FloatOrder.keys(values);
        int[] at = roots.clone();
        for (int block = 0; block < at.length; block += BLOCK) {
            for (int step = 0; step < stepping.length && stepping[step] > block; step++) {
                int end = Math.min(block + BLOCK, stepping[step]);
                for (int tree = block; tree < end; tree++) {
                    at[tree] = stepped(at[tree], keys);
                }
            }
        }
        double[] reached = new double[at.length];
        for (int tree = 0; tree < at.length; tree++) {
            reached[trees[tree]] = leaves[at[tree]];
        }
        double[][] scores = new double[ensembles.size()][];
        for (int e = 0; e < scores.length; e++) {
            scores[e] = ensembles.get(e).summed(reached, first[e]);
        }
        return scores;
    }

    private int stepped(int at, int[] keys) {
        long node = nodes[at];
        int low = (int) node;
        int key = keys[low & PLACE] + ((low >>> UNKNOWN_LEFT) & 1);
        // the sign of the difference is 1 where the value is above the threshold
        return at + (low >>> WAYS) + (int) (((node >> THRESHOLD) - key) >>> 63);
    }
}
