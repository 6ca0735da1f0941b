package io.touchline.platform.csv;

import io.touchline.platform.reject.RejectReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file below its header. Values are stripped of blanks, no-break spaces included; an absent or blank value is null. A row may be
 * shorter than the header (the rest is absent) or longer ({@link #surplus}).
 */
public final class CsvRow {

    private final String file;
    private final CsvHeader header;
    private final int line;
    private final @Nullable String[] values;
    private final byte[] bytes;
    private final int from;
    private final int to;

    CsvRow(String file, CsvHeader header, int line, @Nullable String[] values, byte[] bytes, int from, int to) {
        this.file = file;
        this.header = header;
        this.line = line;
        this.values = values;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public CsvHeader header() {
        return header;
    }

    /** Line of the file, counted from 1. */
    public int line() {
        return line;
    }

    /** The value of a column; null where the column or the value is absent. */
    public @Nullable String find(String column) {
        return at(header.place(column));
    }

    /** The value at a {@link CsvHeader#place}; null where it is absent, also at -1. */
    public @Nullable String at(int place) {
        return place < 0 || place >= values.length ? null : values[place];
    }

    /** How many values stand where the header names no column. */
    public int surplus() {
        int surplus = 0;
        for (int i = 0; i < values.length; i++) {
            boolean named = i < header.size() && !header.names().get(i).isEmpty();
            if (!named && values[i] != null) {
                surplus++;
            }
        }
        return surplus;
    }

    /** Whether the file ends in the middle of this line: no line end, and fewer values than columns. */
    public boolean breaksOff() {
        return to == bytes.length && values.length < header.size();
    }

    /** File and line, {@code E0_2223.csv:17}. */
    public String location() {
        return file + ':' + line;
    }

    /** The bytes of the line as they came, without its end. */
    public byte[] raw() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The same line with other values; {@link #raw} stays what came. For checks that ask what would be if the line said something else. */
    public CsvRow with(Replacement replacement) {
        @Nullable String[] replaced = values.clone();
        for (int place = 0; place < Math.min(replaced.length, header.size()); place++) {
            replaced[place] = replacement.value(header.names().get(place), values[place]);
        }
        return new CsvRow(file, header, line, replaced, bytes, from, to);
    }

    /** What a column says instead. */
    @FunctionalInterface
    public interface Replacement {
        /** The new value of a column; null where it shall be absent. */
        @Nullable String value(String column, @Nullable String before);
    }

    public CsvRejection reject(RejectReason reason, String detail) {
        return new CsvRejection(reason, detail, location(), raw());
    }

    @Override
    public String toString() {
        return location();
    }
}
