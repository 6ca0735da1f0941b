package io.touchline.standalone.command;

import io.touchline.bench.Benchmarks;
import io.touchline.bench.FeaturesBenchmark;
import io.touchline.bench.ParseBenchmark;
import io.touchline.bench.ScoreBenchmark;
import io.touchline.bench.inplay.InPlayBenchmark;
import io.touchline.bench.path.RealVectors;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.standalone.count.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How fast, beside a bound that was measured in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures one thing: fit (a Dixon-Coles season), refits (1,152 of three seasons), score (a vector by all models), grid (a match with all its markets), parse (a recorded Betfair stream into books), features (history files into stored vectors), pipeline (odds updates a second into vectors), latency (an update's way into a vector) or inplay (how right the probabilities of running matches are).")
final class BenchCommand extends Verb {

    /** Stays where a run is cut off, so that the next one goes on with it. */
    private static final String FEATURES = "bench-features.";

    /** Has 10,000 vectors in fourteen seasons. */
    private static final String SCORED_LEAGUE = "E0";

    @Parameters(
            paramLabel = "NAME",
            description = "fit, refits, score, grid, parse, features, pipeline, latency or inplay")
    private String name = "";

    @Option(names = "--recording", paramLabel = "PATH", description = "for parse: a stream file, plain, .gz or .bz2")
    private @Nullable Path recording;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "for features, inplay and score: folder of football-data.co.uk files (score without it: drawn vectors)")
    private @Nullable Path dir;

    @Option(names = "--shots", paramLabel = "DIR", description = "for inplay: folder of Understat's lists of shots")
    private @Nullable Path shots;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "for inplay: matches before this day teach and are not judged (default: ${DEFAULT-VALUE})")
    private LocalDate from = LocalDate.of(2018, 7, 1);

    @Option(
            names = "--learned",
            paramLabel = "FILE",
            description = "for inplay: where the parameters that all these matches teach are written")
    private @Nullable Path learned;

    @Option(
            names = {"-l", "--league"},
            split = ",",
            paramLabel = "DIV",
            description = "for features and score: divisions such as E0,SP1 (default: all in the folder, E0 for score)")
    private List<String> leagues = new ArrayList<>();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "for pipeline and latency: updates a second (default: 20000 to begin with, and 2000)")
    private @Nullable Integer rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "for pipeline and latency: of a round (default: 10, 20)")
    private @Nullable Integer seconds;

    @Mixin
    private final XgOptions xgOptions = new XgOptions();

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> result = measured();
        if (common().json()) {
            output().json(result);
        } else {
            output().values(result);
        }
        return ExitCodes.DONE;
    }

    private Map<String, Object> measured() throws InterruptedException {
        if (name.equals("features")) {
            return features();
        }
        if (LiveBench.NAMES.contains(name)) {
            return new LiveBench(common(), platformOptions, output()).run(name, rate, seconds);
        }
        if (name.equals("inplay")) {
            return inPlay();
        }
        if (name.equals("parse")) {
            if (recording == null) {
                throw CommandFailure.badUsage("parse needs --recording PATH");
            }
            try {
                return ParseBenchmark.run(recording).json();
            } catch (IOException | IllegalArgumentException e) {
                throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
            }
        }
        if (name.equals("score")) {
            return score();
        }
        if (!Benchmarks.names().contains(name)) {
            throw CommandFailure.badUsage("no benchmark is named " + name + "; there are " + Benchmarks.names()
                    + ", features, inplay, parse, pipeline, latency and score");
        }
        return Benchmarks.run(name).json();
    }

    private Map<String, Object> inPlay() {
        if (dir == null || shots == null) {
            throw CommandFailure.badUsage("inplay needs --dir DIR and --shots DIR");
        }
        try {
            InPlayBenchmark.Result result = InPlayBenchmark.run(dir, shots, from);
            if (learned != null) {
                Files.write(learned, result.learned());
            }
            return result.json();
        } catch (IOException e) {
            throw CommandFailure.failed("cannot measure: " + e.getMessage());
        }
    }

    /** On drawn vectors, or on the latest of real matches. */
    private Map<String, Object> score() {
        Path folder = dir;
        if (folder == null) {
            return ScoreBenchmark.drawn().json();
        }
        try {
            TeamDirectory directory = TeamDirectory.shipped();
            HistoryReader reader = new HistoryReader(directory, InstantSource.system(), xgOptions.read(directory));
            List<Path> files =
                    HistoryChoice.files(folder, leagues.isEmpty() ? List.of(SCORED_LEAGUE) : leagues, List.of());
            return ScoreBenchmark.real(RealVectors.latest(files, reader, ScoreBenchmark.VECTORS))
                    .json();
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + folder + ": " + e.getMessage());
        }
    }

    private Map<String, Object> features() throws InterruptedException {
        if (dir == null) {
            throw CommandFailure.badUsage("features needs --dir DIR");
        }
        Output output = output();
        ProgressBar bar = new ProgressBar(output);
        try {
            List<Path> files = HistoryChoice.files(dir, leagues, List.of());
            TeamDirectory directory = TeamDirectory.shipped();
            XgHistory xg = xgOptions.read(directory);
            try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, -1, output)) {
                KafkaSettings kafka = local.kafka(new Namespace(FEATURES));
                FeaturesBenchmark.Result result = FeaturesBenchmark.run(
                        files,
                        new HistoryReader(directory, InstantSource.system(), xg),
                        kafka,
                        Runtime.getRuntime().availableProcessors(),
                        bar::matches);
                bar.end();
                Map<String, Object> json = new LinkedHashMap<>(result.json());
                if (xg.size() > 0) {
                    json.put("xg", xg.report().json());
                }
                json.put("rss_mib", Footprint.residentMib(local.platform().processes()));
                try (TopicAdmin admin = new TopicAdmin(kafka)) {
                    admin.removeNamespace();
                }
                return json;
            }
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + dir + ": " + e.getMessage());
        }
    }
}
