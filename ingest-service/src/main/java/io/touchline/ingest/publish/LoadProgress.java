package io.touchline.ingest.publish;

/** Told after every file how far a load is. */
@FunctionalInterface
public interface LoadProgress {

    /** Tells nobody. */
    LoadProgress NONE = (filesDone, files, rows) -> {};

    void at(int filesDone, int files, long rows);
}
