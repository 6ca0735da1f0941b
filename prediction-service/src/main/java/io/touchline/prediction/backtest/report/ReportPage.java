package io.touchline.prediction.backtest.report;

import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BettingRules;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The report as {@code report.html}: one file without anything from elsewhere. */
final class ReportPage {

    private ReportPage() {}

    static String write(BacktestResult result, BacktestReport report) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>Touchline backtest</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; color: #1d2733; background: #fff; max-width: 84rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; font-size: 14px; margin: 1rem 0; font-variant-numeric: tabular-nums; }
                th, td { padding: .3rem .7rem; text-align: right; border-bottom: 1px solid #dfe5ea; white-space: nowrap; }
                th:first-child, td:first-child, td:nth-child(2), th:nth-child(2) { text-align: left; }
                tr.blend { background: #eef6ff; font-weight: 600; }
                .note { color: #5a6875; max-width: 50rem; }
                .scroll { overflow-x: auto; }
                @page { size: A4 landscape; margin: 12mm; }
                svg { display: block; page-break-inside: avoid; }
                table.wide { font-size: 12px; }
                table.wide th, table.wide td { padding: .3rem .45rem; }
                .small { display: inline-block; vertical-align: top; page-break-inside: avoid; margin-right: 1rem; }
                .small p { margin: 1rem 0 0; font-size: 13px; }
                h2, h3 { page-break-after: avoid; }
                @media print { body { max-width: none; margin: 0; font-size: 11px; } table { font-size: 9px; } th, td { padding: .2rem .4rem; } table.wide { font-size: 8px; } table.wide th, table.wide td { padding: .2rem .3rem; } tr { page-break-inside: avoid; } }
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
                "<p class=\"note\">Models that predicted nine matches in ten or more, over the matches that all of these predicted. Lower is better everywhere but in accuracy. Brackets are 95 % intervals. "
                        + "“− closing” is the log loss minus that of the closing odds on the same matches, where somebody quoted them at the close; nothing here promises a profit.</p>\n");
        table(page, report.common());
        page.append("<h2>Each model over all its own matches</h2>\n");
        table(page, report.all());
        goals(page, report.all());
        page.append(
                "<h2>Reliability</h2>\n<p class=\"note\">How often what was given a probability came true; bars are 95 % intervals. "
                        + "Blue: blend. Grey: closing odds.</p>\n");
        page.append(ReportCharts.reliability(report.drawn()));
        if (report.byDivision().size() > 1) {
            page.append(ReportCharts.reliabilityByDivision(report.byDivision()));
        }
        betting(page, result, report);
        return page.append("</body></html>\n").toString();
    }

    private static void table(StringBuilder page, List<ModelMeasures> measures) {
        page.append(
                "<div class=\"scroll\"><table><tr><th>cut-off</th><th>model</th><th>matches</th><th>log loss</th><th>− closing</th><th>Brier</th><th>RPS</th>"
                        + "<th>calibration error</th><th>accuracy</th></tr>\n");
        for (ModelMeasures each : measures) {
            cells(
                    page,
                    each,
                    Integer.toString(each.logLoss().count()),
                    interval(each.logLoss(), 4),
                    interval(each.againstClosing(), 4),
                    number(each.brier(), 4),
                    number(each.rps(), 4),
                    number(each.calibrationError(), 4),
                    interval(each.accuracy(), 3));
        }
        page.append("</table></div>\n");
    }

    private static void goals(StringBuilder page, List<ModelMeasures> measures) {
        page.append(
                "<h2>Goals: over 2.5, both teams to score</h2>\n<p class=\"note\">Log loss of each model over all its own matches, and on those matches where "
                        + "somebody quoted the market at the close the log loss minus that of the closing odds.</p>\n");
        page.append(
                "<div class=\"scroll\"><table><tr><th>cut-off</th><th>model</th><th>over 2.5</th><th>− closing</th><th>matches</th><th>closing odds</th>"
                        + "<th>both score</th><th>− closing</th><th>matches</th><th>closing odds</th></tr>\n");
        for (ModelMeasures each : measures) {
            MarketMeasure over = each.over25();
            MarketMeasure both = each.bothScore();
            cells(
                    page,
                    each,
                    number(over.logLoss().estimate(), 4),
                    interval(over.againstClosing(), 4),
                    Integer.toString(over.againstClosing().count()),
                    number(over.closing(), 4),
                    number(both.logLoss().estimate(), 4),
                    interval(both.againstClosing(), 4),
                    Integer.toString(both.againstClosing().count()),
                    number(both.closing(), 4));
        }
        page.append("</table></div>\n");
    }

    private static void cells(StringBuilder page, ModelMeasures of, String... figures) {
        page.append(of.model().equals(Ensemble.BLEND) ? "<tr class=\"blend\"><td>" : "<tr><td>")
                .append(of.cutoff())
                .append("</td><td>")
                .append(of.model());
        for (String figure : figures) {
            page.append("</td><td>").append(figure);
        }
        page.append("</td></tr>\n");
    }

    private static void betting(StringBuilder page, BacktestResult result, BacktestReport report) {
        BettingRules rules = result.settings().betting();
        page.append(
                "<h2>Betting on %s prices</h2>\n".formatted(rules.at().name().toLowerCase(Locale.ROOT)));
        page.append("<p>%s; %s; %s. Commission %s, delay %s.</p>\n"
                .formatted(
                        rules.strategy() == BettingRules.Strategy.VALUE
                                ? "In each market the greatest edge above " + percent(rules.minimumEdge())
                                : "One bet in each market by lot, whatever it is worth",
                        rules.bookmakers().isEmpty()
                                ? "prices of all named bookmakers, never the best of all"
                                : "prices of "
                                        + Svg.text(String.join(
                                                ", ",
                                                rules.bookmakers().stream()
                                                        .sorted()
                                                        .toList())),
                        rules.staking() == BettingRules.Staking.KELLY
                                ? "Kelly × %s, at most %s of the bankroll a bet and %s open"
                                        .formatted(
                                                number(rules.kelly().multiplier(), 3),
                                                percent(rules.kelly().maximumStake()),
                                                percent(rules.kelly().maximumExposure()))
                                : "the same stake on every bet",
                        rules.commission().isEmpty() ? "none" : Svg.text(new TreeMap<>(rules.commission()).toString()),
                        rules.delay()));
        page.append(
                "<p class=\"note\">Brackets are 95 % intervals of a bootstrap over days of betting. “Without knowledge” is what bets by lot on the same quotes return in the mean.</p>\n");
        BetMeasures bets = report.bets();
        page.append("<table>\n");
        row(page, "bets", Integer.toString(bets.bets()));
        row(page, "price gone after the delay", Integer.toString(result.missed()));
        row(page, "won", interval(bets.hitRate(), 3));
        row(page, "staked (bankrolls of the start)", number(bets.staked(), 3));
        row(page, "profit (bankrolls of the start)", number(bets.profit(), 3));
        row(page, "ROI: change of the bankroll of the start", interval(bets.roi(), 3));
        row(page, "yield: profit per unit, stakes as they were", interval(bets.yield(), 4));
        row(page, "yield, flat stakes", interval(bets.flatYield(), 4));
        row(page, "the same without knowledge", number(bets.noKnowledge(), 4));
        row(
                page,
                "random bets of the same odds, middle 95 %",
                interval(report.random().flatYield(), 4));
        row(page, "share of random rounds as good", number(report.random().asGood(), 4));
        row(page, "closing-line value", interval(bets.clv(), 4));
        row(page, "further bets until its interval leaves out 0", needed(bets.betsStillNeeded()));
        row(page, "the same for the flat yield", needed(bets.betsStillNeededForYield()));
        row(page, "profit factor", interval(bets.profitFactor(), 3));
        row(page, "Sharpe ratio of a year", interval(bets.sharpe(), 2));
        row(page, "greatest drawdown", interval(bets.drawdown(), 3));
        row(page, "most won in a row", interval(bets.winningStreak(), 0));
        row(page, "most lost in a row", interval(bets.losingStreak(), 0));
        page.append("</table>\n");
        if (bets.bets() > 0) {
            page.append(ReportCharts.bankroll(result.bets()));
            page.append(ReportCharts.closingLineValue(result.bets()));
            page.append(ReportCharts.yields(report.segments().getOrDefault("odds", Map.of())));
        }
        report.segments().forEach((kind, segments) -> segments(page, kind, segments));
    }

    private static void segments(StringBuilder page, String kind, Map<String, BetMeasures> segments) {
        page.append(
                "<h3>By %s</h3>\n<div class=\"scroll\"><table class=\"wide\"><tr><th>%s</th><th>bets</th><th>ROI</th><th>yield</th><th>yield, flat</th><th>without knowledge</th><th>CLV</th><th>profit factor</th><th>Sharpe</th><th>drawdown</th><th>won / lost in a row</th></tr>\n"
                        .formatted(kind, kind));
        segments.forEach((name, bets) -> page.append(
                "<tr><td>%s</td><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s / %s</td></tr>\n"
                        .formatted(
                                Svg.text(name),
                                bets.bets(),
                                interval(bets.roi(), 3),
                                interval(bets.yield(), 2),
                                interval(bets.flatYield(), 2),
                                number(bets.noKnowledge(), 3),
                                interval(bets.clv(), 3),
                                interval(bets.profitFactor(), 2),
                                interval(bets.sharpe(), 2),
                                interval(bets.drawdown(), 2),
                                interval(bets.winningStreak(), 0),
                                interval(bets.losingStreak(), 0))));
        page.append("</table></div>\n");
    }

    private static String needed(long bets) {
        return bets < 0 ? "–" : Long.toString(bets);
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><td>").append(name).append("</td><td>").append(value).append("</td></tr>\n");
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
