package io.touchline.prediction.model.trees;

import java.util.Arrays;
import java.util.List;

/** Puts ensembles of one output each beside each other. */
final class TreeJoin {

    private TreeJoin() {}

    static TreeEnsemble join(List<TreeEnsemble> each) {
        TreeEnsemble.Parts first = each.getFirst().parts();
        double[] base = new double[0];
        int[] roots = new int[0];
        int[] outputOfTree = new int[0];
        int[] feature = new int[0];
        double[] threshold = new double[0];
        int[] next = new int[0];
        double[] leaf = new double[0];
        double[] nodeCover = new double[0];
        double[] leafCover = new double[0];
        for (int output = 0; output < each.size(); output++) {
            TreeEnsemble.Parts parts = each.get(output).parts();
            if (parts.outputs() != 1
                    || parts.singlePrecision() != first.singlePrecision()
                    || parts.divisor() != first.divisor()) {
                throw new IllegalArgumentException("joined are ensembles of one output and one kind");
            }
            int nodes = feature.length;
            int leaves = leaf.length;
            base = joined(base, parts.base());
            roots = joined(roots, moved(parts.roots(), nodes, leaves));
            int[] outputs = new int[parts.roots().length];
            Arrays.fill(outputs, output);
            outputOfTree = joined(outputOfTree, outputs);
            feature = joined(feature, parts.feature());
            threshold = joined(threshold, parts.threshold());
            next = joined(next, moved(parts.next(), nodes, leaves));
            leaf = joined(leaf, parts.leaf());
            nodeCover = joined(nodeCover, parts.nodeCover());
            leafCover = joined(leafCover, parts.leafCover());
        }
        return new TreeEnsemble(new TreeEnsemble.Parts(
                each.size(),
                base,
                first.singlePrecision(),
                first.divisor(),
                roots,
                outputOfTree,
                feature,
                threshold,
                next,
                leaf,
                nodeCover,
                leafCover));
    }

    private static int[] moved(int[] places, int nodes, int leaves) {
        return Arrays.stream(places)
                .map(place -> place >= 0 ? place + nodes : ~(~place + leaves))
                .toArray();
    }

    private static int[] joined(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
