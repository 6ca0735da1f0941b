package io.touchline.standalone.command;

import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.train.PlayedMatch;
import io.touchline.prediction.train.ReleaseFile;
import io.touchline.prediction.train.SeasonFiles;
import io.touchline.prediction.train.TrainedRelease;
import io.touchline.prediction.train.TrainingRun;
import io.touchline.prediction.train.TrainingRun.Lesson;
import io.touchline.prediction.train.TrainingRun.Told;
import io.touchline.prediction.train.TrainingSettings;
import io.touchline.schema.ModelRelease;
import io.touchline.standalone.replay.EmittedVectors;
import io.touchline.standalone.replay.HistorySelection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains all models over history, moment by moment, as the service would have; writes the last release. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains all models on past matches and writes the release: ensemble-<time>.model.json and"
                + " ensemble-<time>.json with version, data range, seed, features, metrics and SHA-256."
                + " A run that was cut off goes on behind its last whole season.")
final class TrainCommand extends ModelVerb {

    private static final String SEASONS = "seasons";

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "folder for the release")
    private @Nullable Path out;

    @Option(names = "--no-odds", description = "keeps the market out of the models")
    private boolean noOdds;

    @Option(names = "--vectors", paramLabel = "FILE", description = "keeps the vectors in this file, as backtest does")
    private @Nullable Path vectorsFile;

    @Option(
            names = "--publish",
            description = "tells the release to the Touchline that runs on --home, as a challenger of the one in force:"
                    + " it takes over once it was better on later matches, or by promote")
    private boolean publish;

    @Override
    public Integer call() throws InterruptedException {
        if (publish) {
            // before hours of training
            running();
        }
        Path folder = out == null ? Path.of("models") : out;
        HistorySelection selection = history.read();
        Output output = output();
        long began = System.nanoTime();
        EmittedVectors vectors = new HistoryMatches(history, vectorsFile, output).vectors(selection);
        List<Lesson> lessons = HistoryMatches.matches(selection, vectors).stream()
                .map(this::lesson)
                .toList();
        ProgressBar bar = new ProgressBar(output);
        int[] moments = new int[2];
        try {
            Optional<TrainedRelease> release = new TrainingRun(
                            TrainingSettings.standard(),
                            new SeasonFiles(folder.resolve(SEASONS)),
                            (season, moment, resumed) -> {
                                moments[resumed ? 1 : 0]++;
                                bar.at(
                                        moments[0] + moments[1],
                                        moments[0] + moments[1],
                                        "season %d/%02d, %s%s"
                                                .formatted(
                                                        season,
                                                        (season + 1) % 100,
                                                        moment.toString().substring(0, 10),
                                                        resumed ? " kept" : ""));
                            })
                    .run(lessons);
            bar.end();
            if (release.isEmpty()) {
                throw CommandFailure.nothingToDo("no training moment had anything to learn from");
            }
            TrainedRelease trained = noOdds ? release.get().by(release.get().recipe() + "-no-odds") : release.get();
            Path described = ReleaseFile.write(trained, folder);
            Map<String, Object> summary = summary(trained, described, moments, began);
            if (publish) {
                summary.put("published_as", published(described));
            }
            output.json(summary);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write to " + folder + ": " + e.getMessage());
        }
        return ExitCodes.DONE;
    }

    /** The state under which it was told. */
    private String published(Path described) throws InterruptedException {
        try {
            Running running = running();
            ModelRelease release = read(described, running.orders().list());
            Instant now = running.now();
            return running.orders()
                    .tell(release, ReleaseState.CANDIDATE, now, now)
                    .getState();
        } catch (CommandFailure | IllegalStateException | CompletionException e) {
            throw CommandFailure.failed("the release is in " + described
                    + " but could not be told (touchline promote --challenger does it later): " + e.getMessage());
        }
    }

    private static Map<String, Object> summary(TrainedRelease release, Path described, int[] moments, long began) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("version", release.ensemble().version());
        summary.put("trained_from", release.trainedFrom().toString());
        summary.put("trained_to", release.trainedTo().toString());
        summary.put("matches", release.matches());
        summary.put("moments_trained", moments[0]);
        summary.put("moments_kept", moments[1]);
        summary.put("release", described.toAbsolutePath().normalize().toString());
        summary.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        return summary;
    }

    private Lesson lesson(BacktestMatch match) {
        return new Lesson(
                new PlayedMatch(
                        match.fixtureId(),
                        match.competition(),
                        match.homeTeam(),
                        match.awayTeam(),
                        match.kickoffAt(),
                        match.resultAt(),
                        match.score(),
                        match.statistics()),
                match.vectors().stream().map(this::told).toList());
    }

    private Told told(BacktestMatch.Vector vector) {
        MatchInput input = vector.input();
        return new Told(noOdds ? input.withoutMarket() : input, vector.asOf());
    }
}
