package io.touchline.prediction.model.trees;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** How trees stand in a release: the flat arrays, big-endian, deflated, in Base64. The same trees are always the same text. */
public final class TreeContent {

    private static final int FORMAT = 1;
    private static final int MOST = 10_000_000;

    private TreeContent() {}

    /** The text. */
    public static String write(TreeEnsemble trees) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            TreeEnsemble.Parts parts = trees.parts();
            out.writeInt(FORMAT);
            out.writeInt(parts.outputs());
            out.writeBoolean(parts.singlePrecision());
            out.writeDouble(parts.divisor());
            doubles(out, parts.base());
            ints(out, parts.roots());
            ints(out, parts.outputOfTree());
            ints(out, parts.feature());
            doubles(out, parts.threshold());
            ints(out, parts.next());
            doubles(out, parts.leaf());
            doubles(out, parts.nodeCover());
            doubles(out, parts.leafCover());
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The trees; throws {@link IllegalArgumentException} where the text is none that this version can read. */
    public static TreeEnsemble read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalArgumentException("these trees are of another format");
            }
            int outputs = in.readInt();
            boolean single = in.readBoolean();
            double divisor = in.readDouble();
            return new TreeEnsemble(new TreeEnsemble.Parts(
                    outputs,
                    doubles(in),
                    single,
                    divisor,
                    ints(in),
                    ints(in),
                    ints(in),
                    doubles(in),
                    ints(in),
                    doubles(in),
                    doubles(in),
                    doubles(in)));
        } catch (IOException e) {
            throw new IllegalArgumentException("these trees cannot be read: " + e.getMessage(), e);
        }
    }

    private static void ints(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("an array has " + length + " places");
        }
        return length;
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[length(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[length(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
