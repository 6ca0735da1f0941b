package io.touchline.standalone.replay;

import io.touchline.domain.fixture.Competition;
import io.touchline.platform.footballdata.HistoryFile;
import io.touchline.platform.footballdata.HistoryFolder;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.footballdata.HistoryTimes;
import io.touchline.platform.reject.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The matches of a replay.
 *
 * @param played those whose odds and results are replayed, every one of the divisions and days asked for
 * @param before earlier matches of the same associations, of which only the results are told, so that ratings and models do not begin at nothing
 * @param known every match of these associations up to the last day that is not replayed, of whatever age or division: for models that learn from results
 * @param rejected lines of the read files that are no match, by reason
 */
public record HistorySelection(
        List<HistoryRow> played, List<HistoryRow> before, List<HistoryRow> known, Map<RejectReason, Integer> rejected) {

    /**
     * Reads a folder.
     *
     * @param divisions of football-data.co.uk such as E0; empty for all
     * @param from first day, United Kingdom time
     * @param to last day
     * @param warmUpYears how many years before {@code from} results are told of, 0 or more
     */
    public static HistorySelection read(
            HistoryReader reader,
            Path folder,
            Collection<String> divisions,
            LocalDate from,
            LocalDate to,
            int warmUpYears)
            throws IOException {
        List<HistoryRow> asked = new ArrayList<>();
        Map<RejectReason, Integer> rejected = new EnumMap<>(RejectReason.class);
        Set<Path> files = new HashSet<>();
        for (Path file : HistoryFolder.list(folder, divisions, Set.of())) {
            files.add(file);
            HistoryFile read = reader.read(file);
            if (touches(read, from, to)) {
                read.rejections().forEach(line -> rejected.merge(line.reason(), 1, Integer::sum));
            }
            asked.addAll(read.rows());
        }
        Set<String> associations = asked.stream()
                .map(HistoryRow::competition)
                .map(Competition::association)
                .collect(Collectors.toSet());
        List<HistoryRow> known = new ArrayList<>(asked);
        if (warmUpYears > 0) {
            for (Path file : HistoryFolder.list(folder)) {
                if (!files.contains(file)) {
                    HistoryFile read = reader.read(file);
                    if (read.rows().stream()
                            .anyMatch(row ->
                                    associations.contains(row.competition().association()))) {
                        known.addAll(read.rows());
                    }
                }
            }
        }
        LocalDate warm = from.minusYears(warmUpYears);
        List<HistoryRow> played = asked.stream()
                .filter(row -> !day(row).isBefore(from) && !day(row).isAfter(to))
                .toList();
        List<HistoryRow> before = known.stream()
                .filter(row -> day(row).isBefore(from) && !day(row).isBefore(warm))
                .filter(row -> associations.contains(row.competition().association()))
                .toList();
        Set<String> ids = played.stream().map(row -> row.fixtureId().value()).collect(Collectors.toSet());
        List<HistoryRow> others = known.stream()
                .filter(row ->
                        !day(row).isAfter(to) && !ids.contains(row.fixtureId().value()))
                .filter(row -> associations.contains(row.competition().association()))
                .toList();
        return new HistorySelection(played, before, others, rejected);
    }

    private static boolean touches(HistoryFile file, LocalDate from, LocalDate to) {
        return file.rows().stream().anyMatch(row -> !day(row).isBefore(from) && !day(row).isAfter(to));
    }

    private static LocalDate day(HistoryRow row) {
        return row.kickoffAt().atZone(HistoryTimes.UNITED_KINGDOM).toLocalDate();
    }
}
