package io.touchline.platform.csv;

import io.touchline.platform.reject.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines and lines into values. A line ends with LF, CR, CR LF or any number of CR before an LF; a quoted value cannot span lines, so
 * that a forgotten quote costs one row and not the rest of the file.
 */
final class CsvSplitter {

    private final String name;
    private final byte[] bytes;
    private final Charset charset;
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<CsvRejection> rejections = new ArrayList<>();

    /** One object for equal values: prices repeat so much that a file shrinks to a fraction. */
    private final Map<String, String> equalValues = new HashMap<>();

    private @Nullable CsvHeader header;
    private int position;
    private int line;

    CsvSplitter(String name, byte[] bytes, int start, Charset charset) {
        this.name = name;
        this.bytes = bytes;
        this.position = start;
        this.charset = charset;
    }

    CsvFile split() {
        while (position < bytes.length) {
            int from = position;
            int to = from;
            while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') {
                to++;
            }
            position = nextLine(to);
            line++;
            take(from, to);
        }
        if (header == null) {
            return CsvFile.refused(name, RejectReason.UNKNOWN_HEADER, "no line of column names", bytes);
        }
        return new CsvFile(name, header, rows, rejections);
    }

    private int nextLine(int end) {
        int next = end;
        while (next < bytes.length && bytes[next] == '\r') {
            next++;
        }
        if (next < bytes.length && bytes[next] == '\n') {
            return next + 1;
        }
        return Math.min(end + 1, bytes.length);
    }

    private void take(int from, int to) {
        if (to - from > CsvFile.MAX_ROW_BYTES) {
            String detail = "the line has " + (to - from) + " bytes, more than " + CsvFile.MAX_ROW_BYTES;
            reject(RejectReason.TOO_LARGE, detail, from, to);
            return;
        }
        Content content = content(from, to);
        if (content == Content.NOTHING) {
            reject(RejectReason.EMPTY_ROW, "nothing but commas and blanks", from, to);
            return;
        }
        if (content == Content.CONTROL_CHARACTERS) {
            reject(RejectReason.UNREADABLE_ROW, "control characters in the line", from, to);
            return;
        }
        String text = new String(bytes, from, to - from, charset);
        @Nullable String[] values;
        try {
            values = content == Content.QUOTED ? quoted(text) : plain(text);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            reject(RejectReason.UNREADABLE_ROW, "quotes that do not match", from, to);
            return;
        }
        if (header == null) {
            header = new CsvHeader(Arrays.stream(values)
                    .map(value -> Objects.requireNonNullElse(value, ""))
                    .toList());
        } else if (Arrays.stream(values).allMatch(Objects::isNull)) {
            reject(RejectReason.EMPTY_ROW, "nothing but commas and blanks", from, to);
        } else {
            rows.add(new CsvRow(name, header, line, values, bytes, from, to));
        }
    }

    private void reject(RejectReason reason, String detail, int from, int to) {
        byte[] raw = Arrays.copyOfRange(bytes, from, Math.min(to, from + CsvFile.MAX_ROW_BYTES));
        rejections.add(new CsvRejection(reason, detail, name + ':' + line, raw));
    }

    private enum Content {
        NOTHING,
        PLAIN,
        QUOTED,
        CONTROL_CHARACTERS
    }

    private Content content(int from, int to) {
        Content content = Content.NOTHING;
        for (int i = from; i < to; i++) {
            byte unit = bytes[i];
            if (unit == '"') {
                content = Content.QUOTED;
            } else if (unit >= 0 && unit < ' ' && unit != '\t') {
                return Content.CONTROL_CHARACTERS;
            } else if (content == Content.NOTHING && unit != ',' && unit != ' ' && unit != '\t') {
                content = Content.PLAIN;
            }
        }
        return content;
    }

    private @Nullable String[] plain(String text) {
        int count = 1;
        for (int i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) {
            count++;
        }
        @Nullable String[] values = new @Nullable String[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int comma = text.indexOf(',', from);
            values[i] = stripped(text, from, comma < 0 ? text.length() : comma);
            from = comma + 1;
        }
        return values;
    }

    private @Nullable String[] quoted(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new IllegalArgumentException("one line gave " + records.size() + " records");
            }
            CSVRecord only = records.getFirst();
            @Nullable String[] values = new @Nullable String[only.size()];
            for (int i = 0; i < values.length; i++) {
                String value = only.get(i);
                values[i] = stripped(value, 0, value.length());
            }
            return values;
        }
    }

    private @Nullable String stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return null;
        }
        String value = text.substring(from, to);
        return Objects.requireNonNullElse(equalValues.putIfAbsent(value, value), value);
    }

    private static boolean isBlank(char letter) {
        return letter <= ' ' || letter == '\u00A0' || letter == '\uFEFF';
    }
}
