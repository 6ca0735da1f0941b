package io.touchline.ingest.publish;

import java.time.Duration;
import java.util.SortedMap;

/**
 * What became of a load: rows = loaded + unchanged + the rejected ones.
 *
 * @param files how many files were read
 * @param rows lines below the headers; a file refused as a whole counts as one
 * @param loaded rows that were new or had changed
 * @param unchanged rows that were there before with the same content
 * @param rejected rows that could not be used, by the name of their reason
 * @param faults single values that could not be used in rows that were loaded, by the name of their reason
 * @param derivedTeams clubs that no directory knows, whose ids were made from their names
 * @param duration from the first file's opening to the last commit
 */
public record LoadReport(
        int files,
        long rows,
        long loaded,
        long unchanged,
        SortedMap<String, Long> rejected,
        SortedMap<String, Long> faults,
        int derivedTeams,
        Duration duration) {

    /** All rejected rows. */
    public long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    public double seconds() {
        return duration.toNanos() / 1e9;
    }

    public double rowsPerSecond() {
        return seconds() > 0 ? rows / seconds() : 0.0;
    }
}
