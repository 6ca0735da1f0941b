package io.touchline.prediction.backtest.report;

import io.touchline.domain.measure.CalibrationError;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.backtest.SettledBet;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The diagrams of the report. */
final class ReportCharts {

    private static final String BLUE = "#1769c2";
    private static final String GREY = "#8b98a4";
    private static final int SIDE = 420;
    private static final int SMALL_SIDE = 300;
    private static final int WIDE = 640;
    private static final int HIGH = 260;
    private static final int CLV_BARS = 30;
    private static final double CLV_RANGE = 0.3;

    private ReportCharts() {}

    /** What was forecast beside what came true, with intervals. */
    static String reliability(List<ModelMeasures> drawn) {
        return reliability("Reliability", SIDE, drawn);
    }

    /** One small diagram a division, side by side. */
    static String reliabilityByDivision(Map<String, List<ModelMeasures>> divisions) {
        StringBuilder all = new StringBuilder();
        divisions.forEach((division, drawn) -> all.append("<div class=\"small\"><p>")
                .append(Svg.text(division))
                .append(String.format(
                        Locale.ROOT,
                        ", %d matches, calibration error of the blend %.4f</p>",
                        drawn.getFirst().logLoss().count(),
                        drawn.getFirst().calibrationError()))
                .append(reliability("Reliability of " + division, SMALL_SIDE, drawn))
                .append("</div>\n"));
        return all.toString();
    }

    private static String reliability(String title, int side, List<ModelMeasures> drawn) {
        Svg svg = new Svg(title, side, side, 0, 1, 0, 1)
                .grid(5, 1)
                .axes("forecast", "came true")
                .line(0, 0, 1, 1, GREY, "4 4");
        for (int tick = 0; tick <= 10; tick += 2) {
            svg.below(tick / 10.0, String.format(Locale.ROOT, "%.1f", tick / 10.0));
        }
        for (ModelMeasures each : drawn) {
            boolean blend = each.model().equals(Ensemble.BLEND);
            String colour = blend ? BLUE : GREY;
            for (CalibrationError.Bin bin : each.reliability()) {
                double at = bin.forecast() + (blend ? 0 : 0.008);
                ConfidenceInterval came = bin.frequency();
                svg.line(at, came.lower(), at, came.upper(), colour, "");
                svg.dot(
                        at,
                        came.estimate(),
                        colour,
                        String.format(
                                Locale.ROOT,
                                "%s: said %.3f, came %.3f of %d",
                                each.model(),
                                bin.forecast(),
                                came.estimate(),
                                bin.count()));
            }
        }
        return svg.toString();
    }

    /** The bankroll bet by bet. */
    static String bankroll(List<SettledBet> bets) {
        double[] xs = new double[bets.size() + 1];
        double[] ys = new double[xs.length];
        ys[0] = 1;
        for (int i = 1; i < xs.length; i++) {
            xs[i] = i;
            ys[i] = bets.get(i - 1).bankroll();
        }
        double low = Arrays.stream(ys).min().orElse(0);
        double high = Arrays.stream(ys).max().orElse(1);
        Svg svg = new Svg("Bankroll", WIDE, HIGH, 0, bets.size(), Math.min(low, 0.95), Math.max(high, 1.05))
                .grid(5, 2)
                .axes("bets settled", "bankroll, 1 at the start")
                .line(0, 1, bets.size(), 1, GREY, "4 4")
                .path(xs, ys, BLUE);
        for (int i = 0; i <= 4; i++) {
            svg.below(bets.size() * i / 4.0, Integer.toString(bets.size() * i / 4));
        }
        return svg.toString();
    }

    /** How many bets had which closing-line value. */
    static String closingLineValue(List<SettledBet> bets) {
        int[] counts = new int[CLV_BARS];
        for (SettledBet bet : bets) {
            double clv = bet.bet().clv();
            if (Double.isFinite(clv)) {
                int bar = (int) Math.floor((clv + CLV_RANGE) / (2 * CLV_RANGE) * CLV_BARS);
                counts[Math.clamp(bar, 0, CLV_BARS - 1)]++;
            }
        }
        int most = Arrays.stream(counts).max().orElse(0);
        Svg svg = new Svg("Closing-line value", WIDE, HIGH, -CLV_RANGE, CLV_RANGE, 0, Math.max(1, most))
                .grid(4, 0)
                .axes("closing-line value; the outermost bars hold what lies beyond", "bets");
        double width = 2 * CLV_RANGE / CLV_BARS;
        for (int i = 0; i < CLV_BARS; i++) {
            double from = -CLV_RANGE + i * width;
            svg.bar(from, from + width, counts[i], from + width / 2 < 0 ? GREY : BLUE);
        }
        for (int i = -3; i <= 3; i++) {
            svg.below(i / 10.0, String.format(Locale.ROOT, "%+d %%", i * 10));
        }
        return svg.toString();
    }

    /** Flat yield of segments with intervals, beside what bets without knowledge return. */
    static String yields(Map<String, BetMeasures> segments) {
        double widest = 0.1;
        for (BetMeasures each : segments.values()) {
            for (double edge :
                    new double[] {each.flatYield().lower(), each.flatYield().upper()}) {
                widest = Double.isFinite(edge) ? Math.max(widest, Math.min(1, Math.abs(edge))) : widest;
            }
        }
        int count = segments.size();
        Svg svg = new Svg("Yield by odds", WIDE, HIGH, 0, count, -widest, widest)
                .grid(4, 2)
                .axes("odds", "profit per unit, flat stakes")
                .line(0, 0, count, 0, GREY, "4 4");
        double at = 0.5;
        for (Map.Entry<String, BetMeasures> segment : segments.entrySet()) {
            BetMeasures bets = segment.getValue();
            ConfidenceInterval yield = bets.flatYield();
            if (Double.isFinite(yield.lower())) {
                svg.line(at, yield.lower(), at, yield.upper(), BLUE, "");
            }
            svg.dot(at, yield.estimate(), BLUE, "%d bets".formatted(bets.bets()));
            if (Double.isFinite(bets.noKnowledge())) {
                svg.dot(at + 0.08, bets.noKnowledge(), GREY, "without knowledge");
            }
            svg.below(at, segment.getKey());
            at++;
        }
        return svg.toString();
    }
}
