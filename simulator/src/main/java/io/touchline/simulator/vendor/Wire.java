package io.touchline.simulator.vendor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The little of HTTP/1.1 that vendor servers need, kept to hand so that they can break it on purpose. */
final class Wire {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_BODY = 1 << 20;

    private Wire() {}

    /** A request; header names in lower case, the body empty where there is none. */
    record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

        String query(String name, String otherwise) {
            return query.getOrDefault(name, otherwise);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The fields of a form in the body. */
        Map<String, String> form() {
            return pairs(text());
        }
    }

    /** An answer. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer json(int status, byte[] body) {
            return new Answer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
        }

        Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    /** Null at the end of the connection. */
    static @Nullable Request read(BufferedInputStream in) throws IOException {
        String first = readLine(in);
        if (first == null || first.isEmpty()) {
            return null;
        }
        String[] words = first.split(" ");
        if (words.length != 3) {
            throw new IOException("not an HTTP request line");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = readLine(in); line != null && !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw new IOException("not an HTTP header");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = body(in, headers.getOrDefault("content-length", "0"));
        int mark = words[1].indexOf('?');
        String path = mark < 0 ? words[1] : words[1].substring(0, mark);
        return new Request(words[0], path, pairs(mark < 0 ? "" : words[1].substring(mark + 1)), headers, body);
    }

    private static byte[] body(InputStream in, String length) throws IOException {
        try {
            int bytes = Integer.parseInt(length);
            if (bytes < 0 || bytes > LONGEST_BODY) {
                throw new IOException("a body of " + length + " bytes");
            }
            byte[] body = in.readNBytes(bytes);
            if (body.length < bytes) {
                throw new IOException("half a body");
            }
            return body;
        } catch (NumberFormatException e) {
            throw new IOException("no length: " + length, e);
        }
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line of an HTTP head is too long");
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    /** Status line and headers, up to and with the empty line. */
    static byte[] head(Answer answer, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " " + reason(answer.status()) + "\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 304) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Answer";
        };
    }
}
