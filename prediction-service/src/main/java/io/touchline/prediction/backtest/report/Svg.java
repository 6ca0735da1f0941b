package io.touchline.prediction.backtest.report;

import java.util.Locale;

/** A diagram as SVG with two straight scales; values are placed by the range of the axes. */
final class Svg {

    private static final int MARGIN = 55;

    private final int width;
    private final int height;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;
    private final StringBuilder svg = new StringBuilder();

    /** Of a size in pixels, beside the margins, for values from left to right and bottom to top. */
    Svg(String label, int width, int height, double left, double right, double bottom, double top) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.right = right > left ? right : left + 1;
        this.bottom = bottom;
        this.top = top > bottom ? top : bottom + 1;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %2$d %3$d\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#5a6875\">\n"
                        .formatted(text(label), width + 2 * MARGIN, height + 2 * MARGIN));
    }

    /** Lines across and figures beside the upright scale. */
    Svg grid(int steps, int digits) {
        for (int i = 0; i <= steps; i++) {
            double value = bottom + (top - bottom) * i / steps;
            line(left, value, right, value, "#e6ebef", "");
            svg.append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>\n"
                    .formatted(MARGIN - 8, number(y(value) + 4, 1), number(value, digits)));
        }
        return this;
    }

    /** A name below the level scale. */
    Svg below(double at, String text) {
        svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                .formatted(number(x(at), 1), MARGIN + height + 18, text(text)));
        return this;
    }

    /** What the scales are. */
    Svg axes(String level, String upright) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                .formatted(MARGIN + width / 2, height + 2 * MARGIN - 8, text(level)));
        svg.append("<text transform=\"translate(12 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n"
                .formatted(MARGIN + height / 2, text(upright)));
        return this;
    }

    /** A line between two points; {@code dash} empty for a whole one. */
    Svg line(double x1, double y1, double x2, double y2, String colour, String dash) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>\n"
                .formatted(
                        number(x(x1), 1),
                        number(y(y1), 1),
                        number(x(x2), 1),
                        number(y(y2), 1),
                        colour,
                        dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
        return this;
    }

    /** A dot, with what it is where the pointer rests on it. */
    Svg dot(double x, double y, String colour, String title) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"><title>%s</title></circle>\n"
                .formatted(number(x(x), 1), number(y(y), 1), colour, text(title)));
        return this;
    }

    /** A bar from 0 up or down. */
    Svg bar(double from, double to, double value, String colour) {
        double up = Math.max(value, 0);
        double down = Math.min(value, 0);
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                .formatted(
                        number(x(from) + 1, 1),
                        number(y(up), 1),
                        number(Math.max(1, x(to) - x(from) - 2), 1),
                        number(y(down) - y(up), 1),
                        colour));
        return this;
    }

    /** A line through many points. */
    Svg path(double[] xs, double[] ys, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(number(x(xs[i]), 1))
                    .append(',')
                    .append(number(y(ys[i]), 1))
                    .append(' ');
        }
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>\n"
                .formatted(colour, points.toString().strip()));
        return this;
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }

    private double x(double value) {
        return MARGIN + (Math.clamp(value, left, right) - left) / (right - left) * width;
    }

    private double y(double value) {
        return MARGIN + (top - Math.clamp(value, bottom, top)) / (top - bottom) * height;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** As the text of an element or an attribute. */
    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
