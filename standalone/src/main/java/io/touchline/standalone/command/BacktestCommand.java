package io.touchline.standalone.command;

import io.touchline.platform.footballdata.HistoryPrices;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicView;
import io.touchline.prediction.backtest.Backtest;
import io.touchline.prediction.backtest.BacktestFiles;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BacktestSettings;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import io.touchline.standalone.replay.HistorySelection;
import io.touchline.standalone.service.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The models against history: vectors by the live topologies, then the walk that trains and predicts as in service. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Replays football-data.co.uk files, trains and predicts walk-forward, and writes predictions.csv, bets.csv, report.json and report.html.")
final class BacktestCommand extends Verb {

    private static final Duration READ_LIMIT = Duration.ofMinutes(10);

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(names = "--out", paramLabel = "OUT", required = true, description = "folder to write into")
    private Path out = Path.of("backtest");

    @Option(names = "--no-odds", description = "models without the market; prices are still bet on and compared with")
    private boolean withoutOdds;

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        HistorySelection selection = history.read();
        Output output = output();
        Map<String, List<BacktestMatch.Vector>> vectors = new ConcurrentHashMap<>();
        try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, -1, output)) {
            new HistoryReplay(local, output)
                    .run(
                            selection,
                            EnumSet.of(Stage.ODDS, Stage.FEATURE),
                            Map.of(),
                            Double.POSITIVE_INFINITY,
                            kafka -> collect(kafka, vectors));
        }
        output.progress("walks through %,d matches with %,d vectors"
                .formatted(
                        selection.played().size(),
                        vectors.values().stream().mapToInt(List::size).sum()));
        BacktestSettings settings = BacktestSettings.standard(history.from(), history.to());
        BacktestResult result =
                Backtest.run(matches(selection, vectors), withoutOdds ? settings.withoutOdds() : settings);
        try {
            BacktestFiles.write(result, out);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write into " + out + ": " + e.getMessage());
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("matches", result.matches());
        told.put("predictions", result.predictionCount());
        told.put("bets", result.betCount());
        told.put("releases", result.releases());
        told.put("out", out.toString());
        told.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        if (common().json()) {
            output.json(told);
        } else {
            output.values(told);
        }
        return ExitCodes.DONE;
    }

    private static void collect(KafkaSettings kafka, Map<String, List<BacktestMatch.Vector>> vectors) {
        Map<String, String> poison = new HashMap<>();
        Rejections rejections = new Rejections(
                InstantSource.system(), rejection -> poison.put(rejection.getLocation(), rejection.getDetail()));
        try (TopicView view =
                new TopicView("backtest-vectors", kafka, List.of(Topics.FEATURE_VECTORS), rejections, received -> {
                    if (received.value() instanceof FeatureVector vector) {
                        vectors.computeIfAbsent(vector.getFixtureId(), fixture -> new ArrayList<>())
                                .add(BacktestMatch.Vector.of(vector));
                    }
                })) {
            if (!view.start().awaitCaughtUp(READ_LIMIT)) {
                throw CommandFailure.failed("the vectors could not be read: " + view.problem());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted while the vectors were read");
        }
        if (!poison.isEmpty()) {
            throw CommandFailure.failed("vectors that cannot be read: " + poison);
        }
    }

    private static List<BacktestMatch> matches(
            HistorySelection selection, Map<String, List<BacktestMatch.Vector>> vectors) {
        List<BacktestMatch> matches = new ArrayList<>();
        selection.before().forEach(row -> matches.add(match(row, List.of(), false)));
        selection
                .played()
                .forEach(row -> matches.add(
                        match(row, vectors.getOrDefault(row.fixtureId().value(), List.of()), true)));
        return matches;
    }

    private static BacktestMatch match(HistoryRow row, List<BacktestMatch.Vector> vectors, boolean withPrices) {
        return new BacktestMatch(
                row.fixtureId().value(),
                row.competition().source(),
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
                withPrices ? HistoryPrices.opening(row, fault -> {}) : List.of(),
                withPrices ? HistoryPrices.closing(row, fault -> {}) : List.of(),
                vectors);
    }
}
