package io.touchline.standalone.command;

import io.touchline.odds.connector.archive.OddsArchive;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.prediction.backtest.Backtest;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BacktestSettings;
import io.touchline.prediction.backtest.BettingRules;
import io.touchline.prediction.backtest.report.BacktestFiles;
import io.touchline.standalone.replay.EmittedVectors;
import io.touchline.standalone.replay.HistorySelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walk-forward over history: vectors by the services' own processors, models trained on earlier matches alone. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Predicts past matches as they would have been predicted then; writes predictions.csv, bets.csv,"
                + " report.json, report.html and report.pdf.")
final class BacktestCommand extends Verb {

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Mixin
    private final BettingOptions betting = new BettingOptions();

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "folder for the five files")
    private @Nullable Path out;

    @Option(names = "--no-odds", description = "keeps the market out of the models")
    private boolean noOdds;

    @Option(
            names = "--lead-years",
            paramLabel = "N",
            defaultValue = "4",
            description = "years before --from that are told whole, so that the models have learned when the first"
                    + " match is predicted (default: 4)")
    private int leadYears = 4;

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            description =
                    "keeps the vectors in this file, or where it is there already, reads them from it instead of making them")
    private @Nullable Path vectorsFile;

    @Option(
            names = "--odds",
            paramLabel = "DIR",
            description =
                    "folder with archives of average opening and closing odds (over_2.5_close, bts_yes_close ...),"
                            + " a yardstick for markets that the files in --dir do not have; never bet on")
    private @Nullable Path odds;

    @Override
    public Integer call() {
        if (leadYears < 0) {
            throw CommandFailure.badUsage("--lead-years must be 0 or more but was " + leadYears);
        }
        Path folder = out == null ? Path.of("backtest") : out;
        BettingRules rules = betting.rules();
        OddsArchive archive = archive();
        HistorySelection selection = history.read(leadYears);
        requireQuoted(rules.bookmakers(), selection);
        Output output = output();
        long began = System.nanoTime();
        HistoryMatches given = new HistoryMatches(history, vectorsFile, output);
        EmittedVectors vectors = given.vectors(selection);
        output.progress("%,d matches have vectors; trains and predicts".formatted(vectors.fixtures()));
        BacktestSettings settings =
                BacktestSettings.standard(history.from(), history.to()).with(rules);
        BacktestResult result = Backtest.run(
                HistoryMatches.matches(selection, vectors, archive), noOdds ? settings.withoutOdds() : settings);
        Map<String, @Nullable Object> bets;
        try {
            bets = BacktestFiles.write(result, folder);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write to " + folder + ": " + e.getMessage());
        }
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("matches", result.matches());
        summary.put("predictions", result.predictionCount());
        summary.putAll(bets);
        summary.put("releases", result.releases());
        if (history.xg().size() > 0) {
            summary.put("xg", history.xg().report().json());
        }
        if (archive.size() > 0) {
            summary.put("odds", archive.report());
        }
        summary.put("out", folder.toAbsolutePath().normalize().toString());
        summary.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        if (common().json()) {
            output.json(summary);
        } else {
            summary.replaceAll((name, value) ->
                    value instanceof Map<?, ?> map && map.containsKey("estimate") ? plain(map) : value);
            output.values(summary);
        }
        return result.matches() == 0 ? ExitCodes.NOTHING_TO_DO : ExitCodes.DONE;
    }

    /** A bookmaker whose prices are nowhere in the files is a slip of the pen, not a backtest without bets. */
    private static void requireQuoted(Set<String> bookmakers, HistorySelection selection) {
        if (bookmakers.isEmpty()) {
            return;
        }
        OddsRows odds = OddsRows.replayed();
        Set<String> quoted = new TreeSet<>();
        for (HistoryRow row : selection.played()) {
            Stream.of(odds.opening(row), odds.closing(row))
                    .flatMap(Optional::stream)
                    .forEach(update -> update.getQuotes().forEach(quote -> quoted.add(quote.getBookmaker())));
        }
        for (String bookmaker : bookmakers) {
            if (!quoted.contains(bookmaker)) {
                throw CommandFailure.badUsage("--bookmakers: these files have no prices of " + bookmaker
                        + "; they have " + String.join(", ", quoted));
            }
        }
    }

    private OddsArchive archive() {
        Path dir = odds;
        if (dir == null) {
            return OddsArchive.NONE;
        }
        OddsArchive archive;
        try {
            archive = OddsArchive.read(dir, TeamDirectory.shipped());
        } catch (IOException e) {
            throw CommandFailure.badUsage("--odds: there is no folder " + dir + " that can be read");
        }
        if (archive.size() == 0) {
            throw CommandFailure.badUsage("no archive of odds in --odds " + dir);
        }
        return archive;
    }

    /** An estimate with its 95 % interval. */
    private static String plain(Map<?, ?> interval) {
        return "%s [%s, %s]"
                .formatted(
                        rounded(interval.get("estimate")),
                        rounded(interval.get("lower")),
                        rounded(interval.get("upper")));
    }

    private static String rounded(@Nullable Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : "-";
    }
}
