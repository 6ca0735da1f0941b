package io.touchline.ingest.connector.understat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data in a page: {@code name = JSON.parse('\x7B\x22h\x22...')}, each {@code \xNN} one byte of UTF-8. */
final class UnderstatPage {

    private static final String PARSE = "JSON.parse(";

    private UnderstatPage() {}

    /** What stands in the page, by its variable's name; null bytes where the text has no end. */
    static Map<String, byte @Nullable []> data(String page) {
        Map<String, byte @Nullable []> found = new LinkedHashMap<>();
        for (int at = page.indexOf(PARSE); at >= 0; at = page.indexOf(PARSE, at + 1)) {
            String name = nameBefore(page, at);
            int start = at + PARSE.length();
            while (start < page.length() && Character.isWhitespace(page.charAt(start))) {
                start++;
            }
            char quote = start < page.length() ? page.charAt(start) : ' ';
            if (!name.isEmpty() && (quote == '\'' || quote == '"')) {
                int end = end(page, start + 1, quote);
                found.put(name, end < 0 ? null : decode(page, start + 1, end));
            }
        }
        return found;
    }

    private static String nameBefore(String page, int at) {
        int end = page.lastIndexOf('=', at);
        if (end < 0 || !page.substring(end + 1, at).isBlank()) {
            return "";
        }
        while (end > 0 && Character.isWhitespace(page.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(page.charAt(start - 1))) {
            start--;
        }
        return page.substring(start, end);
    }

    private static int end(String page, int start, char quote) {
        for (int i = start; i < page.length(); i++) {
            char c = page.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            } else if (c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static byte[] decode(String page, int start, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((end - start) / 2);
        for (int i = start; i < end; i++) {
            char c = page.charAt(i);
            if (c != '\\') {
                int codePoint = page.codePointAt(i);
                out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint) - 1;
            } else if (page.charAt(i + 1) == 'x' && i + 3 < end && hex(page, i + 2) >= 0) {
                out.write(hex(page, i + 2));
                i += 3;
            } else {
                out.write(plain(page.charAt(i + 1)));
                i++;
            }
        }
        return out.toByteArray();
    }

    private static int hex(String page, int at) {
        int high = Character.digit(page.charAt(at), 16);
        int low = Character.digit(page.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static int plain(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
