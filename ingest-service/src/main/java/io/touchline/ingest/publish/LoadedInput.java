package io.touchline.ingest.publish;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryFile;
import io.touchline.platform.reject.RejectReason;
import java.util.List;
import java.util.Set;

/**
 * A file that was read.
 *
 * @param contentHash of its bytes; empty where they could not be had
 */
record LoadedInput(HistoryFile file, String contentHash) {

    static LoadedInput of(HistoryFile file, String contentHash) {
        return new LoadedInput(file, contentHash);
    }

    static LoadedInput unreadable(String name, String problem) {
        CsvRejection rejection = new CsvRejection(
                RejectReason.UNREADABLE_PAYLOAD, "the file cannot be read: " + problem, name, new byte[0]);
        return new LoadedInput(new HistoryFile(name, List.of(), List.of(rejection), Set.of()), "");
    }
}
