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

    private static final int[] LEAVES = {4, 6, 8, 12};
    private static final double[] RATES = {0.05, 0.08, 0.12};
    private static final int[] FEWEST = {60, 100, 200};
    private static final double[] RIDGES = {3, 10, 30};
    private static final double[] COLUMNS = {0.1, 0.2, 0.35};

    /** Where the search starts. */
    public static TreeShape usual() {
        return new TreeShape(8, 60, 0.08, 100, 10, 0.2);
    }

    /** Of a forest beside boosted trees of this shape: its trees do not correct each other, so that fewer larger ones do. */
    public TreeShape ofForest() {
        return new TreeShape(leaves + leaves / 2, rounds * 2 / 3, rate, fewestRows / 2, ridge, columns);
    }

    /** The usual one and some that a seed draws. */
    static List<TreeShape> candidates(int count, long seed) {
        Random random = new Random(seed);
        List<TreeShape> shapes = new ArrayList<>(List.of(usual()));
        while (shapes.size() < count) {
            shapes.add(new TreeShape(
                    LEAVES[random.nextInt(LEAVES.length)],
                    usual().rounds(),
                    RATES[random.nextInt(RATES.length)],
                    FEWEST[random.nextInt(FEWEST.length)],
                    RIDGES[random.nextInt(RIDGES.length)],
                    COLUMNS[random.nextInt(COLUMNS.length)]));
        }
        return shapes;
    }
}
