package io.touchline.standalone.command;

import io.touchline.bench.path.PlayedVectors;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.footballdata.MatchXg;
import io.touchline.prediction.backtest.Backtest;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BacktestSettings;
import io.touchline.prediction.backtest.report.BacktestFiles;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import io.touchline.standalone.replay.EmittedVectors;
import io.touchline.standalone.replay.HistorySelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> CUTOFFS = Set.of(Cutoff.OPENING.name(), Cutoff.CLOSING.name());

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

    @Override
    public Integer call() {
        if (leadYears < 0) {
            throw CommandFailure.badUsage("--lead-years must be 0 or more but was " + leadYears);
        }
        Path folder = out == null ? Path.of("backtest") : out;
        HistorySelection selection = history.read(leadYears);
        Output output = output();
        long began = System.nanoTime();
        EmittedVectors vectors = vectors(selection, output);
        output.progress("%,d matches have vectors; trains and predicts".formatted(vectors.fixtures()));
        BacktestSettings settings =
                BacktestSettings.standard(history.from(), history.to()).with(betting.rules());
        BacktestResult result = Backtest.run(matches(selection, vectors), noOdds ? settings.withoutOdds() : settings);
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
        summary.put("out", folder.toAbsolutePath().normalize().toString());
        summary.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        if (common().json()) {
            output.json(summary);
        } else {
            summary.replaceAll((name, value) -> value instanceof Map<?, ?> interval ? plain(interval) : value);
            output.values(summary);
        }
        return result.matches() == 0 ? ExitCodes.NOTHING_TO_DO : ExitCodes.DONE;
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

    private EmittedVectors vectors(HistorySelection selection, Output output) {
        Path file = vectorsFile;
        String madeOf = "catalogue %d, %d matches before and %d played, last %s, expected goals %s"
                .formatted(
                        FeatureCatalogue.shipped().version(),
                        selection.before().size(),
                        selection.played().size(),
                        selection.played().isEmpty()
                                ? "none"
                                : selection.played().getLast().fixtureId().value(),
                        history.xg().report().json());
        try {
            if (file != null && Files.exists(file)) {
                return EmittedVectors.read(file, madeOf);
            }
            EmittedVectors vectors = made(selection, output);
            if (file != null) {
                vectors.write(file, madeOf);
            }
            return vectors;
        } catch (IOException | IllegalStateException e) {
            throw CommandFailure.failed("the vectors cannot be kept in or read from " + file + ": " + e.getMessage());
        }
    }

    /** By the services' own processors in this process: no broker is needed, and the bytes are those of one. */
    private static EmittedVectors made(HistorySelection selection, Output output) {
        output.progress("makes the vectors of %,d matches, after %,d results before them"
                .formatted(selection.played().size(), selection.before().size()));
        EmittedVectors vectors = new EmittedVectors();
        PlayedVectors.of(selection.played(), selection.before(), vectors::add);
        return vectors;
    }

    private static List<BacktestMatch> matches(HistorySelection selection, EmittedVectors vectors) {
        OddsRows odds = OddsRows.replayed();
        List<BacktestMatch> matches = new ArrayList<>();
        selection.known().forEach(row -> matches.add(match(row, List.of(), List.of(), List.of())));
        selection
                .played()
                .forEach(row -> matches.add(match(
                        row,
                        quotes(odds.opening(row)),
                        quotes(odds.closing(row)),
                        vectors.of(row.fixtureId().value()).stream()
                                .filter(vector -> CUTOFFS.contains(vector.getCutoff()))
                                .toList())));
        return matches;
    }

    private static BacktestMatch match(
            HistoryRow row, List<Quote> opening, List<Quote> closing, List<FeatureVector> vectors) {
        String division = row.find("Div");
        return new BacktestMatch(
                row.fixtureId().value(),
                division == null ? row.competition().code() : division,
                row.competition().code(),
                row.season().label(),
                row.date(),
                row.homeName(),
                row.awayName(),
                row.home().value(),
                row.away().value(),
                row.kickoffAt(),
                row.resultAt(),
                row.score(),
                statistics(row),
                opening,
                closing,
                vectors.stream().map(BacktestMatch.Vector::of).toList());
    }

    private static MatchStatistics statistics(HistoryRow row) {
        MatchStatistics counts = new MatchStatistics(
                number(row, "HS"),
                number(row, "AS"),
                number(row, "HST"),
                number(row, "AST"),
                number(row, "HC"),
                number(row, "AC"));
        MatchXg xg = row.xg();
        return xg == null
                ? counts
                : counts.withXg(
                        xg.home().xg(),
                        xg.home().nonPenaltyXg(),
                        xg.away().xg(),
                        xg.away().nonPenaltyXg());
    }

    private static double number(HistoryRow row, String column) {
        String text = row.find(column);
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<Quote> quotes(Optional<OddsUpdate> update) {
        return update.map(OddsUpdate::getQuotes).orElse(List.of());
    }
}
