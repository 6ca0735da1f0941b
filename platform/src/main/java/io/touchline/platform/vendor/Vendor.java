package io.touchline.platform.vendor;

import java.util.Locale;

/** One source as a recording's player and the lists of sources see it. */
public interface Vendor {

    /** How payloads lie in a file. */
    enum Framing {
        /** The file is one payload. */
        WHOLE,
        /** Every line is one. */
        LINES
    }

    SourceDescriptor descriptor();

    /** A fresh adapter. */
    Adapter adapter();

    /** How payloads lie in a file, by its name (packing endings such as .gz taken off) and its first bytes, unpacked, 4 KiB at most. */
    default Framing framing(String fileName, byte[] head) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? Framing.LINES : Framing.WHOLE;
    }

    /** Whether a file of a folder belongs to a recording; a file that is named outright always does. */
    default boolean reads(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return !name.endsWith(".txt") && !name.endsWith(".md");
    }
}
