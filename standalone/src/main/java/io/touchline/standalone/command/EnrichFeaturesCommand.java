package io.touchline.standalone.command;

import io.touchline.bench.path.PlayedVectors;
import io.touchline.feature.vector.VectorTable;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.store.Database;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.SquadNews;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.EmbeddedPart;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.replay.HistorySelection;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the vectors of past matches into Postgres: of one match, or of a period. */
@Command(
        name = "enrich-features",
        mixinStandardHelpOptions = true,
        description =
                "Makes the vectors of past matches from history files, through the same topologies as live, and puts"
                        + " them into PostgreSQL (feature.feature_vectors); a second time changes nothing.")
final class EnrichFeaturesCommand extends Verb {

    private static final int BATCH = 500;

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(names = "--match-id", paramLabel = "ID", description = "this match alone")
    private @Nullable String match;

    @Option(names = "--limit", paramLabel = "N", description = "the last N matches of the period (default: all)")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw CommandFailure.badUsage("--limit must be 1 or more but was " + limit);
        }
        HistorySelection selection = history.read();
        List<HistoryRow> wanted = wanted(selection.played());
        if (wanted.isEmpty()) {
            throw CommandFailure.nothingToDo("no match " + match + " in the files");
        }
        Map<String, List<HistoryRow>> byAssociation = new TreeMap<>();
        wanted.forEach(row -> byAssociation
                .computeIfAbsent(row.competition().association(), association -> new ArrayList<>())
                .add(row));
        List<HistoryRow> others = new ArrayList<>(selection.before());
        others.addAll(selection.played());
        others.removeAll(wanted);
        Optional<PlatformAddresses> running = AddressFile.of(common().home()).find();
        Output output = output();
        if (running.isPresent()) {
            return store(running.get(), byAssociation, others);
        }
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(
                platformOptions.settings(common()).with(Set.of(EmbeddedPart.POSTGRES)), output::progress)) {
            return store(platform.addresses(), byAssociation, others);
        }
    }

    private List<HistoryRow> wanted(List<HistoryRow> played) {
        List<HistoryRow> wanted = new ArrayList<>(played);
        wanted.sort(Comparator.comparing(HistoryRow::kickoffAt).thenComparing(HistoryRow::fixtureId));
        if (match != null) {
            wanted.removeIf(row -> !row.fixtureId().value().equals(match));
        }
        return limit == null || wanted.size() <= limit ? wanted : wanted.subList(wanted.size() - limit, wanted.size());
    }

    private int store(
            PlatformAddresses addresses, Map<String, List<HistoryRow>> byAssociation, List<HistoryRow> others) {
        long began = System.nanoTime();
        int[] stored = {0};
        int matches = 0;
        List<SquadNews> news = history.transfers().news();
        try (Database database = new Database(
                addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword(), "feature")) {
            database.migrate();
            VectorTable table = new VectorTable(FeatureCatalogue.shipped(), database);
            for (Map.Entry<String, List<HistoryRow>> association : byAssociation.entrySet()) {
                List<FeatureVector> batch = new ArrayList<>();
                PlayedVectors.of(
                        association.getValue(),
                        others.stream()
                                .filter(row -> row.competition().association().equals(association.getKey()))
                                .toList(),
                        news,
                        batch::add);
                for (int from = 0; from < batch.size(); from += BATCH) {
                    table.keep(batch.subList(from, Math.min(batch.size(), from + BATCH)));
                }
                stored[0] += batch.size();
                matches += association.getValue().size();
            }
        } catch (SQLException | IOException e) {
            throw CommandFailure.failed("PostgreSQL does not take the vectors: " + e.getMessage());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("matches", matches);
        result.put("vectors", stored[0]);
        if (history.xg().size() > 0) {
            result.put("xg", history.xg().report().json());
        }
        result.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        if (common().json()) {
            output().json(result);
        } else {
            output().values(result);
        }
        return ExitCodes.DONE;
    }
}
