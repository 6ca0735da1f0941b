package io.touchline.ingest.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one file comes from: a disk, or a site. */
public interface HistoryInput {

    /** The file's own name, which tells the season: {@code E0_2223.csv}. */
    String name();

    /**
     * Its content.
     *
     * @throws IOException if it cannot be had; this file is then rejected and the load goes on
     */
    byte[] bytes() throws IOException;

    /** A file on disk. */
    static HistoryInput of(Path path) {
        return new HistoryInput() {
            @Override
            public String name() {
                return String.valueOf(path.getFileName());
            }

            @Override
            public byte[] bytes() throws IOException {
                return Files.readAllBytes(path);
            }
        };
    }
}
