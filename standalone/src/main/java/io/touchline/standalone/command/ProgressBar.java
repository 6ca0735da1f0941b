package io.touchline.standalone.command;

import io.touchline.ingest.publish.LoadProgress;
import java.util.Locale;

/** One line on a terminal that tells how far a load is; silent where nobody watches. */
final class ProgressBar implements LoadProgress {

    private static final int WIDTH = 40;

    private final Output output;
    private final boolean watched;
    private boolean begun;

    ProgressBar(Output output) {
        this(output, System.console() != null && System.console().isTerminal());
    }

    ProgressBar(Output output, boolean watched) {
        this.output = output;
        this.watched = watched;
    }

    @Override
    public void at(int filesDone, int files, long rows) {
        if (watched) {
            begun = true;
            output.progressInPlace(text(filesDone, files, rows));
        }
    }

    /** Leaves the line. */
    void end() {
        if (begun) {
            output.progress("");
            begun = false;
        }
    }

    static String text(int filesDone, int files, long rows) {
        int filled = files == 0 ? WIDTH : WIDTH * filesDone / files;
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d files, %,d rows",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                filesDone,
                files,
                rows);
    }
}
