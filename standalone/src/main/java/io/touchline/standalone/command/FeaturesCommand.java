package io.touchline.standalone.command;

import io.touchline.bench.path.Coverage;
import io.touchline.bench.path.Explanation;
import io.touchline.bench.path.PlayedVectors;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.standalone.replay.HistorySelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is in the vectors of history: one match explained, or how much of a period is known. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description =
                "explain FIXTURE: every value of a match's vectors with where it came from; coverage: which features"
                        + " are known in how many matches of a period.")
final class FeaturesCommand extends Verb {

    @Parameters(index = "0", paramLabel = "explain|coverage", description = "what is asked")
    private String question = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FIXTURE",
            description = "for explain: id such as soccer:eng.1:2021-22:arsenal:chelsea")
    private @Nullable String fixture;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "for coverage: writes one line a feature")
    private @Nullable Path out;

    @Override
    public Integer call() {
        return switch (question) {
            case "explain" -> explain();
            case "coverage" -> coverage();
            default ->
                throw CommandFailure.badUsage("features explain FIXTURE or features coverage, but was " + question);
        };
    }

    private int explain() {
        String id = fixture;
        if (id == null) {
            throw CommandFailure.badUsage(
                    "features explain needs a FIXTURE such as soccer:eng.1:2021-22:arsenal:chelsea");
        }
        HistorySelection selection = history.read();
        HistoryRow row = selection.played().stream()
                .filter(one -> one.fixtureId().value().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandFailure.nothingToDo("no match " + id + " in the files"));
        List<HistoryRow> earlier = new ArrayList<>(selection.before());
        selection.played().stream()
                .filter(one ->
                        one.competition().association().equals(row.competition().association()))
                .forEach(earlier::add);
        earlier.removeIf(one -> !one.resultAt().isBefore(row.kickoffAt()));
        List<FeatureVector> vectors = new ArrayList<>();
        PlayedVectors.of(List.of(row), earlier, history.transfers().news(), vectors::add);
        if (vectors.isEmpty()) {
            throw CommandFailure.nothingToDo("no price of " + id + " is in the files, so it has no vector");
        }
        Output output = output();
        for (FeatureVector vector : vectors) {
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("fixture", vector.getFixtureId());
            head.put("cutoff", vector.getCutoff());
            head.put("as_of", vector.getAsOf().toString());
            head.put("kickoff_at", vector.getKickoffAt().toString());
            head.put("catalogue_version", vector.getCatalogueVersion());
            List<Explanation.Line> lines = new Explanation(vector, earlier).lines();
            if (common().json()) {
                head.put("values", lines.stream().map(FeaturesCommand::json).toList());
                output.json(head);
            } else {
                output.values(head);
                output.table(
                        List.of("feature", "value", "unit", "topic", "window", "from"),
                        lines.stream().map(FeaturesCommand::cells).toList());
            }
        }
        return ExitCodes.DONE;
    }

    private int coverage() {
        HistorySelection selection = history.read();
        Coverage coverage = new Coverage();
        PlayedVectors.of(
                selection.played(), selection.before(), history.transfers().news(), coverage::add);
        Path file = out;
        if (file != null) {
            try {
                Files.write(file, coverage.csv(of(selection)));
            } catch (IOException e) {
                throw CommandFailure.failed("cannot write " + file + ": " + e.getMessage());
            }
        }
        Set<String> groups = new LinkedHashSet<>();
        FeatureCatalogue.shipped().features().forEach(feature -> groups.add(feature.group()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("matches", selection.played().size());
        result.put("vectors", coverage.vectors());
        for (String group : groups) {
            Map<String, Object> shares = new LinkedHashMap<>();
            coverage.vectors()
                    .keySet()
                    .forEach(cutoff -> shares.put(cutoff, Math.round(coverage.share(cutoff, group) * 1_000) / 1_000.0));
            result.put(group, shares);
        }
        if (history.xg().size() > 0) {
            result.put("expected_goals", history.xg().report().json());
            result.put("expected_goals_by_season", bySeason());
        }
        if (common().json()) {
            output().json(result);
        } else {
            output().values(result);
        }
        return ExitCodes.DONE;
    }

    private Map<String, Object> bySeason() {
        Map<String, Object> json = new LinkedHashMap<>();
        history.xg().reportBySeason().forEach((season, report) -> json.put(season, report.json()));
        return json;
    }

    /** Which matches they are, for people: {@code eng.1, 2018-08-10 to 2023-05-28, 1900 matches}. */
    private static String of(HistorySelection selection) {
        TreeSet<String> competitions = new TreeSet<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        selection.played().forEach(row -> {
            competitions.add(row.competition().code());
            days.add(row.date());
        });
        return "%s, %s to %s, %d matches"
                .formatted(
                        String.join(" ", competitions),
                        days.first(),
                        days.last(),
                        selection.played().size());
    }

    private static List<String> cells(Explanation.Line line) {
        String value = Float.isNaN(line.value()) ? "-" : String.format(Locale.ROOT, "%.6g", line.value());
        return List.of(
                line.feature().name(),
                value,
                line.feature().unit(),
                line.feature().source(),
                line.feature().window(),
                line.from());
    }

    private static Map<String, Object> json(Explanation.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("feature", line.feature().name());
        json.put("group", line.feature().group());
        json.put("value", Float.isNaN(line.value()) ? null : line.value());
        json.put("unit", line.feature().unit());
        json.put("topic", line.feature().source());
        json.put("window", line.feature().window());
        json.put("from", line.from());
        return json;
    }
}
