package io.touchline.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows in Postgres' COPY text format: build with {@link #add}, which takes one row's cells. Null is null; an Instant is a timestamptz; an array is {@code {…}}. */
public final class CopyRows {

    private final StringBuilder text = new StringBuilder();
    private int rows;

    /** Adds one row. */
    public CopyRows add(@Nullable Object... cells) {
        for (int at = 0; at < cells.length; at++) {
            if (at > 0) {
                text.append('\t');
            }
            cell(cells[at]);
        }
        text.append('\n');
        rows++;
        return this;
    }

    /** How many rows. */
    public int size() {
        return rows;
    }

    String text() {
        return text.toString();
    }

    private void cell(@Nullable Object cell) {
        switch (cell) {
            case null -> text.append("\\N");
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth ? 't' : 'f');
            case Instant time -> text.append(time);
            case float[] values -> {
                text.append('{');
                for (int at = 0; at < values.length; at++) {
                    text.append(at == 0 ? "" : ",").append(values[at]);
                }
                text.append('}');
            }
            default -> escape(cell.toString());
        }
    }

    private void escape(String value) {
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                // Postgres text holds no NUL
                case '\0' -> text.append('\uFFFD');
                default -> text.append(letter);
            }
        }
    }
}
