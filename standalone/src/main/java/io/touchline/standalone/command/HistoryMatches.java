package io.touchline.standalone.command;

import io.touchline.bench.path.PlayedVectors;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.odds.connector.archive.OddsArchive;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.footballdata.MatchXg;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.BacktestMatch.Averages;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** History as models are given it: matches with their prices, and vectors by the services' own processors. */
final class HistoryMatches {

    private static final Set<String> CUTOFFS = Set.of(Cutoff.OPENING.name(), Cutoff.CLOSING.name());

    private final HistoryOptions history;
    private final @Nullable Path vectorsFile;
    private final Output output;

    /**
     * Of what was chosen.
     *
     * @param vectorsFile where vectors are kept; null keeps none
     */
    HistoryMatches(HistoryOptions history, @Nullable Path vectorsFile, Output output) {
        this.history = history;
        this.vectorsFile = vectorsFile;
        this.output = output;
    }

    /** Made, or read from the file where it is there already. */
    EmittedVectors vectors(HistorySelection selection) {
        Path file = vectorsFile;
        String madeOf = "catalogue %d, %d matches before and %d played, last %s, expected goals %s, %d transfers"
                .formatted(
                        FeatureCatalogue.shipped().version(),
                        selection.before().size(),
                        selection.played().size(),
                        selection.played().isEmpty()
                                ? "none"
                                : selection.played().getLast().fixtureId().value(),
                        history.xg().report().json(),
                        history.transfers().news().size());
        try {
            if (file != null && Files.exists(file)) {
                return EmittedVectors.read(file, madeOf);
            }
            EmittedVectors vectors = made(selection);
            if (file != null) {
                vectors.write(file, madeOf);
            }
            return vectors;
        } catch (IOException | IllegalStateException e) {
            throw CommandFailure.failed("the vectors cannot be kept in or read from " + file + ": " + e.getMessage());
        }
    }

    /** By the services' own processors in this process: no broker is needed, and the bytes are those of one. */
    private EmittedVectors made(HistorySelection selection) {
        output.progress("makes the vectors of %,d matches, after %,d results before them"
                .formatted(selection.played().size(), selection.before().size()));
        if (history.xg().size() > 0) {
            output.progress(XgOptions.told(history.xg()));
        }
        EmittedVectors vectors = new EmittedVectors();
        PlayedVectors.of(
                selection.played(), selection.before(), history.transfers().news(), vectors::add);
        return vectors;
    }

    /** All matches with their prices and vectors. */
    static List<BacktestMatch> matches(HistorySelection selection, EmittedVectors vectors) {
        return matches(selection, vectors, OddsArchive.NONE);
    }

    /** The same with the averages of an archive beside. */
    static List<BacktestMatch> matches(HistorySelection selection, EmittedVectors vectors, OddsArchive archive) {
        OddsRows odds = OddsRows.replayed();
        List<BacktestMatch> matches = new ArrayList<>();
        selection.known().forEach(row -> matches.add(match(row, List.of(), List.of(), List.of(), Averages.NONE)));
        selection
                .played()
                .forEach(row -> matches.add(match(
                        row,
                        quotes(odds.opening(row)),
                        quotes(odds.closing(row)),
                        vectors.of(row.fixtureId().value()).stream()
                                .filter(vector -> CUTOFFS.contains(vector.getCutoff()))
                                .toList(),
                        averages(archive.of(row)))));
        return matches;
    }

    private static BacktestMatch match(
            HistoryRow row, List<Quote> opening, List<Quote> closing, List<FeatureVector> vectors, Averages averages) {
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
                vectors.stream().map(BacktestMatch.Vector::of).toList(),
                averages);
    }

    private static Averages averages(OddsArchive.Averages told) {
        return new Averages(told.opening(), told.closing());
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
