package io.touchline.ingest.publish;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.DerivedTeam;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts through a load; the writing thread adds, the reading one asks. */
final class LoadCount {

    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final SortedMap<String, Long> faults = new TreeMap<>();
    private final Set<DerivedTeam> derived = new HashSet<>();
    private int files;
    private long rows;
    private long loaded;
    private long unchanged;

    synchronized void add(BatchWriter written, LoadBatch batch) {
        files += batch.files();
        rows += batch.rows();
        loaded += written.loaded();
        unchanged += written.unchanged();
        count(written.rejected(), rejected);
        count(written.faults(), faults);
        derived.addAll(batch.derivedTeams());
    }

    synchronized long rows() {
        return rows;
    }

    synchronized LoadReport report(Duration duration) {
        return new LoadReport(
                files,
                rows,
                loaded,
                unchanged,
                new TreeMap<>(rejected),
                new TreeMap<>(faults),
                derived.size(),
                duration);
    }

    private static void count(List<CsvRejection> rejections, SortedMap<String, Long> counts) {
        rejections.forEach(rejection -> counts.merge(rejection.reason().name(), 1L, Long::sum));
    }
}
