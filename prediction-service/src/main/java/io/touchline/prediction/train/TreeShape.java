package io.touchline.prediction.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How trees are grown.
 *
 * @param leaves at most, of one tree
 * @param rounds trees of one output
 * @param rate share of each tree's answer that counts; forests take the mean and have none
 * @param fewestRows of a leaf
 * @param ridge added to a leaf's weight
 * @param columns share of the numbers that a tree may look at
 */
public record TreeShape(int leaves, int rounds, double rate, int fewestRows, double ridge, double columns) {

    private static final int[] LEAVES = {3, 4, 6, 8};

    /** Of all trees of an output together, so that every shape takes about as long to score. */
    private static final int ALL_LEAVES = 480;

    private static final double[] RATES = {0.05, 0.08, 0.12};
    private static final int[] FEWEST = {60, 100, 200};
    private static final double[] RIDGES = {3, 10, 30};
    private static final double[] COLUMNS = {0.1, 0.2, 0.35};

    /** Where the search starts. Many small trees: of the line's moves 4 leaves explain a tenth more than 8 leaves of half as many trees, in 2014 to 2017 and in 2018 to 2022. */
    public static TreeShape usual() {
        return new TreeShape(4, ALL_LEAVES / 4, 0.08, 100, 10, 0.2);
    }

    /** Of a forest beside boosted trees of this shape: its trees do not correct each other, so that fewer larger ones do. */
    public TreeShape ofForest() {
        return new TreeShape(3 * leaves, rounds / 3, rate, fewestRows / 2, ridge, columns);
    }

    /** The usual one and some that a seed draws. */
    static List<TreeShape> candidates(int count, long seed) {
        Random random = new Random(seed);
        List<TreeShape> shapes = new ArrayList<>(List.of(usual()));
        while (shapes.size() < count) {
            int leaves = LEAVES[random.nextInt(LEAVES.length)];
            shapes.add(new TreeShape(
                    leaves,
                    ALL_LEAVES / leaves,
                    RATES[random.nextInt(RATES.length)],
                    FEWEST[random.nextInt(FEWEST.length)],
                    RIDGES[random.nextInt(RIDGES.length)],
                    COLUMNS[random.nextInt(COLUMNS.length)]));
        }
        return shapes;
    }
}
