package io.touchline.prediction.backtest.report;

import io.touchline.domain.market.Outcome;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.Bet;
import io.touchline.prediction.backtest.PredictedRow;
import io.touchline.prediction.backtest.SettledBet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code predictions.csv}, {@code bets.csv}, {@code report.json}, {@code report.html} and {@code report.pdf}.
 *
 * <p>In {@code bets.csv} stake is the share of the bankroll at placing, profit and bankroll are in units of the bankroll at the start, rows stand in the order of settlement so
 * that each bankroll is the one before plus the profit. Empty cells are unknown.
 */
public final class BacktestFiles {

    static final String PREDICTIONS_HEADER =
            "fixture_id,division,season,date,home_team,away_team,cutoff,model,p_home,p_draw,p_away,p_over25,p_btts";
    static final String BETS_HEADER =
            "placed_at,fixture_id,division,date,home_team,away_team,market,line,selection,bookmaker,odds,probability,edge,stake,closing_fair_probability,clv,result,profit,bankroll";

    private BacktestFiles() {}

    /** Writes all five into a folder, which is made where it is missing; returns the blend's figures and those of the bets as {@code report.json} has them. */
    public static Map<String, @Nullable Object> write(BacktestResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("predictions.csv"), StandardCharsets.UTF_8)) {
            line(out, PREDICTIONS_HEADER);
            for (PredictedRow row : result.predictions()) {
                line(out, row(row));
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("bets.csv"), StandardCharsets.UTF_8)) {
            line(out, BETS_HEADER);
            for (SettledBet bet : result.bets()) {
                line(out, row(bet));
            }
        }
        BacktestReport report = BacktestReport.of(result);
        Files.writeString(folder.resolve("report.json"), ReportJson.write(result, report) + "\n");
        String page = ReportPage.write(result, report);
        Files.writeString(folder.resolve("report.html"), page);
        ReportPdf.write(page, folder.resolve("report.pdf"));
        Map<String, @Nullable Object> figures = ReportJson.blend(report);
        figures.putAll(ReportJson.bets(report.bets()));
        return figures;
    }

    private static void line(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static String row(PredictedRow row) {
        BacktestMatch match = row.match();
        return String.join(
                ",",
                List.of(
                        match.fixtureId(),
                        cell(match.division()),
                        match.season(),
                        match.date().toString(),
                        cell(match.homeName()),
                        cell(match.awayName()),
                        row.cutoff().name(),
                        row.model(),
                        number(row.home()),
                        number(row.draw()),
                        number(row.away()),
                        number(row.over25()),
                        number(row.btts())));
    }

    private static String row(SettledBet settled) {
        Bet bet = settled.bet();
        BacktestMatch match = bet.match();
        Outcome outcome = settled.outcome();
        Double line = bet.line();
        return String.join(
                ",",
                List.of(
                        bet.placedAt().toString(),
                        match.fixtureId(),
                        cell(match.division()),
                        match.date().toString(),
                        cell(match.homeName()),
                        cell(match.awayName()),
                        bet.market().name(),
                        line == null ? "" : line.toString(),
                        bet.selection(),
                        cell(bet.bookmaker()),
                        Double.toString(bet.odds()),
                        number(bet.probability()),
                        number(bet.edge()),
                        number(bet.stake()),
                        number(bet.closingFairProbability()),
                        number(bet.clv()),
                        outcome.name(),
                        number(settled.profit()),
                        number(settled.bankroll())));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.9f", value) : "";
    }

    /** Quoted where a comma, a quotation mark or a line break is inside. */
    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
