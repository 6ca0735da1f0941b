package io.touchline.standalone.command;

import io.touchline.ingest.publish.LoadProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** One line that tells how far a long job is: in place on a terminal, a line in ten seconds elsewhere. */
final class ProgressBar implements LoadProgress {

    private static final int WIDTH = 40;
    private static final long UNWATCHED_NANOS = 10_000_000_000L;

    private final Output output;
    private final boolean watched;
    private boolean begun;
    private long last = System.nanoTime();

    ProgressBar(Output output) {
        this(output, System.console() != null && System.console().isTerminal());
    }

    ProgressBar(Output output, boolean watched) {
        this.output = output;
        this.watched = watched;
    }

    @Override
    public void at(int filesDone, int files, long rows) {
        show(text(filesDone, files, "files, %,d rows".formatted(rows)));
    }

    /** So many moments of a replay are through; the last was of this time. */
    void at(int done, int of, Instant eventTime) {
        show(text(done, of, "moments, " + LocalDate.ofInstant(eventTime, ZoneOffset.UTC)));
    }

    /** So many of so many are done. */
    void at(int done, int of, String what) {
        show(text(done, of, what));
    }

    /** So many matches are done, of nobody knows how many. */
    void matches(int done) {
        show("%,d matches".formatted(done));
    }

    /** Leaves the line. */
    void end() {
        if (begun) {
            output.progress("");
            begun = false;
        }
    }

    private void show(String text) {
        if (watched) {
            begun = true;
            output.progressInPlace(text);
        } else if (System.nanoTime() - last > UNWATCHED_NANOS) {
            last = System.nanoTime();
            output.progress(text);
        }
    }

    static String text(int done, int of, String what) {
        int filled = of == 0 ? WIDTH : (int) ((long) WIDTH * done / of);
        return String.format(
                Locale.ROOT, "[%s%s] %d of %d %s", "#".repeat(filled), ".".repeat(WIDTH - filled), done, of, what);
    }
}
