package io.touchline.prediction.backtest;

import io.touchline.domain.measure.CalibrationError;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.List;
import java.util.Locale;

/** The report as {@code report.html}: one file without anything from elsewhere. */
final class ReportPage {

    private static final int SIDE = 420;
    private static final int MARGIN = 45;

    private ReportPage() {}

    static String write(BacktestResult result, BacktestReport report) {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Touchline backtest</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; color: #1d2733; background: #fff; max-width: 84rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; font-size: 14px; margin: 1rem 0; font-variant-numeric: tabular-nums; }
                th, td { padding: .3rem .7rem; text-align: right; border-bottom: 1px solid #dfe5ea; white-space: nowrap; }
                th:first-child, td:first-child, td:nth-child(2), th:nth-child(2) { text-align: left; }
                tr.blend { background: #eef6ff; font-weight: 600; }
                .note { color: #5a6875; max-width: 50rem; }
                .scroll { overflow-x: auto; }
                </style></head><body>
                """);
        page.append("<h1>Backtest %s to %s</h1>\n"
                .formatted(result.settings().from(), result.settings().to()));
        page.append(
                "<p>%d matches, %d trainings on the way, %d predictions%s. Each model was trained only on results known before the vector it predicted.</p>\n"
                        .formatted(
                                result.matches(),
                                result.releases(),
                                result.predictionCount(),
                                result.settings().withOdds() ? "" : ", models without the market"));
        page.append("<h2>Models beside closing odds, opening odds and base rates</h2>\n");
        page.append(
                "<p class=\"note\">Over the matches that all models of a cut-off predicted. Lower is better everywhere but in accuracy. Brackets are 95 % intervals. "
                        + "The last column is the log loss minus that of the closing odds on the same matches; nothing here promises a profit.</p>\n");
        table(page, report.common());
        page.append("<h2>Each model over all its own matches</h2>\n");
        table(page, report.all());
        page.append(
                "<h2>Reliability</h2>\n<p class=\"note\">How often what was given a probability came true; bars are 95 % intervals. "
                        + "Blue: blend. Grey: closing odds.</p>\n");
        page.append(diagram(report.drawn()));
        betting(page, result, report);
        return page.append("</body></html>\n").toString();
    }

    private static void table(StringBuilder page, List<ModelMeasures> measures) {
        page.append(
                "<div class=\"scroll\"><table><tr><th>cut-off</th><th>model</th><th>matches</th><th>log loss</th><th>Brier</th><th>RPS</th>"
                        + "<th>calibration error</th><th>accuracy</th><th>over 2.5 log loss</th><th>log loss − closing</th></tr>\n");
        for (ModelMeasures each : measures) {
            page.append(
                    "<tr%s><td>%s</td><td>%s</td><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                            .formatted(
                                    each.model().equals(Ensemble.BLEND) ? " class=\"blend\"" : "",
                                    each.cutoff(),
                                    each.model(),
                                    each.logLoss().count(),
                                    interval(each.logLoss(), 4),
                                    number(each.brier(), 4),
                                    number(each.rps(), 4),
                                    number(each.calibrationError(), 4),
                                    interval(each.accuracy(), 3),
                                    number(each.over25LogLoss(), 4),
                                    interval(each.againstClosing(), 4)));
        }
        page.append("</table></div>\n");
    }

    private static void betting(StringBuilder page, BacktestResult result, BacktestReport report) {
        page.append("<h2>Betting on opening prices</h2>\n");
        page.append("<p>Edge above %s, Kelly × %s, at most %s of the bankroll a bet and %s open.</p>\n<table>\n"
                .formatted(
                        percent(result.settings().minimumEdge()),
                        number(result.settings().staking().multiplier(), 3),
                        percent(result.settings().staking().maximumStake()),
                        percent(result.settings().staking().maximumExposure())));
        row(page, "bets", Integer.toString(report.bets()));
        row(page, "won", interval(report.hitRate(), 3));
        row(page, "staked (bankrolls of the start)", number(report.staked(), 3));
        row(page, "profit (bankrolls of the start)", number(report.profit(), 3));
        row(page, "bankroll at the end (1 at the start)", number(report.bankroll(), 3));
        row(page, "profit per unit, flat stakes", interval(report.yield(), 4));
        row(page, "closing-line value", interval(report.clv(), 4));
        row(
                page,
                "further bets until its interval leaves out 0",
                report.betsStillNeeded() < 0 ? "–" : Long.toString(report.betsStillNeeded()));
        page.append("</table>\n");
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><td>").append(name).append("</td><td>").append(value).append("</td></tr>\n");
    }

    private static String diagram(List<ModelMeasures> drawn) {
        int size = SIDE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder(
                "<svg role=\"img\" aria-label=\"Reliability diagram\" width=\"%1$d\" height=\"%1$d\" viewBox=\"0 0 %1$d %1$d\" font-size=\"12\" fill=\"#5a6875\">\n"
                        .formatted(size));
        for (int tick = 0; tick <= 10; tick += 2) {
            double at = tick / 10.0;
            svg.append("<line x1=\"%1$s\" y1=\"%2$s\" x2=\"%1$s\" y2=\"%3$s\" stroke=\"#eef1f4\"/>"
                    .formatted(x(at), y(0), y(1)));
            svg.append("<line x1=\"%1$s\" y1=\"%2$s\" x2=\"%3$s\" y2=\"%2$s\" stroke=\"#eef1f4\"/>"
                    .formatted(x(0), y(at), x(1)));
            svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                    .formatted(x(at), MARGIN + SIDE + 18, number(at, 1)));
            svg.append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>\n"
                    .formatted(MARGIN - 8, y(at - 0.01), number(at, 1)));
        }
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#9aa7b2\" stroke-dasharray=\"4 4\"/>\n"
                .formatted(x(0), y(0), x(1), y(1)));
        for (ModelMeasures each : drawn) {
            boolean blend = each.model().equals(Ensemble.BLEND);
            String colour = blend ? "#1769c2" : "#8b98a4";
            double aside = blend ? 0 : 0.008;
            for (CalibrationError.Bin bin : each.reliability()) {
                double at = bin.forecast() + aside;
                svg.append("<line x1=\"%1$s\" y1=\"%2$s\" x2=\"%1$s\" y2=\"%3$s\" stroke=\"%4$s\"/>"
                        .formatted(
                                x(at),
                                y(bin.frequency().lower()),
                                y(bin.frequency().upper()),
                                colour));
                svg.append(
                        "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"><title>%s: said %s, came %s of %d</title></circle>\n"
                                .formatted(
                                        x(at),
                                        y(bin.frequency().estimate()),
                                        colour,
                                        each.model(),
                                        number(bin.forecast(), 3),
                                        number(bin.frequency().estimate(), 3),
                                        bin.count()));
            }
        }
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">forecast</text>".formatted(size / 2, size - 4));
        svg.append("<text transform=\"translate(12 %d) rotate(-90)\" text-anchor=\"middle\">came true</text>\n"
                .formatted(size / 2));
        return svg.append("</svg>\n").toString();
    }

    private static String x(double value) {
        return number(MARGIN + value * SIDE, 1);
    }

    private static String y(double value) {
        return number(MARGIN + (1 - value) * SIDE, 1);
    }

    private static String percent(double value) {
        return number(value * 100, 1) + " %";
    }

    private static String interval(ConfidenceInterval interval, int digits) {
        if (!Double.isFinite(interval.lower())) {
            return number(interval.estimate(), digits);
        }
        return "%s [%s, %s]"
                .formatted(
                        number(interval.estimate(), digits),
                        number(interval.lower(), digits),
                        number(interval.upper(), digits));
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }
}
