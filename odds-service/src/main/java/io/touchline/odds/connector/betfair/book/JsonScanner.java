package io.touchline.odds.connector.betfair.book;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks over one JSON value in a slice of bytes. Strict where it matters (brackets, strings, numbers), makes no objects but for texts that are asked
 * for, and those come from a {@link TextPool}.
 */
final class JsonScanner extends JsonCursor {

    private static final int DEEPEST = 64;
    private final TextPool pool = new TextPool();
    /** Where the text that {@link #text} found lies. */
    private int textFrom;

    private int textTo;
    private int keyLength;

    void open(byte[] data, int from, int to) {
        bytes = data;
        pos = from;
        end = to;
    }

    /** A field's name and its colon. The last eight bytes as a number, first byte highest; its length is {@link #keyLength}. */
    long key() throws BadMessage {
        if (peek() != '"') {
            throw bad("expected a field's name");
        }
        byte[] b = bytes;
        int p = pos + 1;
        int from = p;
        long packed = 0;
        while (p < end) {
            int c = b[p];
            if (c == '"') {
                textFrom = from;
                textTo = p;
                keyLength = p - from;
                pos = p + 1;
                expect(':');
                return packed;
            }
            if (c == '\\' || (c >= 0 && c < ' ')) {
                break;
            }
            packed = packed << 8 | (c & 0xff);
            p++;
        }
        text();
        keyLength = 0;
        expect(':');
        return 0;
    }

    int keyLength() {
        return keyLength;
    }

    /** What {@link #key} gives for a name of at most eight bytes. */
    static long packed(String name) {
        long packed = 0;
        for (byte each : name.getBytes(StandardCharsets.US_ASCII)) {
            packed = packed << 8 | each;
        }
        return packed;
    }

    /** A field's name as text, for objects that are read rarely. */
    String keyText() throws BadMessage {
        key();
        return keyLength == 0 ? "" : pool.text(bytes, textFrom, textTo);
    }

    /** Takes a string; it then lies from {@link #textFrom} to {@link #textTo}. False where there are escapes in it. */
    private boolean text() throws BadMessage {
        if (peek() != '"') {
            throw bad("expected a string");
        }
        byte[] b = bytes;
        int p = pos + 1;
        textFrom = p;
        boolean plain = true;
        while (p < end) {
            int c = b[p];
            if (c == '"') {
                textTo = p;
                pos = p + 1;
                return plain;
            }
            if (c == '\\') {
                plain = false;
                p = escape(p + 1);
            } else if (c >= 0 && c < ' ') {
                pos = p;
                throw bad("a control character in a string");
            } else {
                p++;
            }
        }
        pos = p;
        throw bad("a string without an end");
    }

    private int escape(int p) throws BadMessage {
        if (p < end) {
            switch (bytes[p]) {
                case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                    return p + 1;
                }
                case 'u' -> {
                    if (p + 4 < end) {
                        for (int i = 1; i <= 4; i++) {
                            if (Character.digit(bytes[p + i], 16) < 0) {
                                break;
                            }
                            if (i == 4) {
                                return p + 5;
                            }
                        }
                    }
                }
                default -> {}
            }
        }
        pos = p;
        throw bad("a broken escape");
    }

    /** A string as text, null for null; a number or truth value as it is written. */
    @Nullable String textOrNull() throws BadMessage {
        int c = peek();
        if (c == '"') {
            return text() ? pool.text(bytes, textFrom, textTo) : unescaped();
        }
        int from = pos;
        skip();
        return c == 'n' ? null : pool.text(bytes, from, pos);
    }

    private String unescaped() {
        StringBuilder text = new StringBuilder();
        String raw = new String(bytes, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            switch (raw.charAt(i)) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(raw.charAt(i));
            }
        }
        return text.toString();
    }

    /** Takes an id, a string or a number, and gives its place: from in the upper half, to in the lower. */
    long idPlace() throws BadMessage {
        int c = peek();
        if (c == '"') {
            if (!text() || textFrom == textTo) {
                throw bad("no id");
            }
            return (long) textFrom << 32 | textTo;
        }
        int from = pos;
        number();
        return (long) from << 32 | pos;
    }

    /** A number, also as a string, "NaN", "Infinity" and "-Infinity" among them; NaN for null too. */
    double numberOrWord() throws BadMessage {
        int c = peek();
        if (c == 'n') {
            word("null");
            return Double.NaN;
        }
        if (c != '"') {
            return number();
        }
        text();
        String written = pool.text(bytes, textFrom, textTo);
        switch (written) {
            case "NaN":
                return Double.NaN;
            case "Infinity":
                return Double.POSITIVE_INFINITY;
            case "-Infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                int after = pos;
                int endBefore = end;
                pos = textFrom;
                end = textTo;
                try {
                    double value = number();
                    finish();
                    return value;
                } finally {
                    pos = after;
                    end = endBefore;
                }
        }
    }

    /** Passes over any value, checking that it is one. */
    void skip() throws BadMessage {
        skip(0);
    }

    private void skip(int depth) throws BadMessage {
        switch (peek()) {
            case '"' -> text();
            case '{' -> {
                deeper(depth);
                pos++;
                if (!take('}')) {
                    do {
                        key();
                        skip(depth + 1);
                    } while (more('}'));
                }
            }
            case '[' -> {
                deeper(depth);
                pos++;
                if (!take(']')) {
                    do {
                        skip(depth + 1);
                    } while (more(']'));
                }
            }
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void deeper(int depth) throws BadMessage {
        if (depth >= DEEPEST) {
            throw bad("nested too deep");
        }
    }
}
