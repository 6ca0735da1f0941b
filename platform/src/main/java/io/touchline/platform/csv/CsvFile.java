package io.touchline.platform.csv;

import io.touchline.platform.reject.RejectReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A comma-separated file as it came, split into rows and rejections. Never throws because of what is in the file; every line below the header is
 * either one of {@link #rows} or one of {@link #rejections}.
 *
 * @param name the file's own name, without folders
 * @param header the column names; empty where the whole file was refused
 * @param rows the lines that hold something, in the order of the file
 * @param rejections empty lines, lines of commas, lines that cannot be read; one for the file where all of it was refused
 */
public record CsvFile(String name, CsvHeader header, List<CsvRow> rows, List<CsvRejection> rejections) {

    /** A file above this is refused: the largest known one has less than a megabyte. */
    public static final int MAX_FILE_BYTES = 64 << 20;

    /** A line above this is refused, and raw bytes are cut here: the longest known line has about 800 bytes. */
    public static final int MAX_ROW_BYTES = 64 << 10;

    private static final int HTML_PROBE_BYTES = 512;

    public CsvFile {
        rows = List.copyOf(rows);
        rejections = List.copyOf(rejections);
    }

    /** Lines below the header: rows and rejections together. */
    public int lines() {
        return rows.size() + rejections.size();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be opened or read; what is wrong inside it never throws
     */
    public static CsvFile read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        long size = Files.size(path);
        return size > MAX_FILE_BYTES ? tooLarge(name, size) : read(name, Files.readAllBytes(path));
    }

    /** Reads bytes that came under that name. */
    public static CsvFile read(String name, byte[] received) {
        if (received.length > MAX_FILE_BYTES) {
            return tooLarge(name, received.length);
        }
        byte[] bytes = Charsets.toSingleByteUnits(received);
        int start = Charsets.textStart(bytes);
        Charset charset = Charsets.detect(bytes, start);
        if (isBlank(bytes, start)) {
            return refused(name, RejectReason.EMPTY_FILE, "the file has nothing in it", received);
        }
        String beginning = new String(bytes, start, Math.min(HTML_PROBE_BYTES, bytes.length - start), charset).strip();
        if (beginning.toLowerCase(Locale.ROOT).startsWith("<")) {
            String firstLine = beginning.lines().findFirst().orElse("");
            return refused(
                    name, RejectReason.HTML_INSTEAD_OF_DATA, "a page instead of a table: " + firstLine, received);
        }
        return new CsvSplitter(name, bytes, start, charset).split();
    }

    static CsvFile refused(String name, RejectReason reason, String detail, byte[] bytes) {
        byte[] raw = Arrays.copyOf(bytes, Math.min(bytes.length, MAX_ROW_BYTES));
        return new CsvFile(
                name, new CsvHeader(List.of()), List.of(), List.of(new CsvRejection(reason, detail, name, raw)));
    }

    private static CsvFile tooLarge(String name, long size) {
        String detail = "the file has " + size + " bytes, more than " + MAX_FILE_BYTES;
        return refused(name, RejectReason.TOO_LARGE, detail, detail.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isBlank(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
