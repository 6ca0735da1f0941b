package io.touchline.standalone.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A vendor at its worst: whatever is asked, it answers with some fault and repeats every secret that it was sent, in ever other ways. */
final class EchoingServer implements AutoCloseable {

    private static final int IDLE_MILLIS = 10_000;
    private static final String CATALOGUE = "json-rpc";

    private final ServerSocket socket;
    private final List<String> secrets;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    /**
     * Listens at once.
     *
     * @param secrets all that may be sent
     */
    EchoingServer(List<String> secrets) {
        this.secrets = secrets;
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(IDLE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip());
                }
            }
            for (int i = 0; i < length; i++) {
                request.append((char) in.read());
            }
            answer(request.toString(), connection.getOutputStream());
        } catch (IOException e) {
            // the client has gone
        } finally {
            open.remove(connection);
        }
    }

    private void answer(String request, OutputStream out) throws IOException {
        String[] words = request.split("[ ?]", 3);
        if (words.length < 3) {
            // no HTTP: TLS or a store's protocol
            out.write(String.join("\n", secrets).getBytes(StandardCharsets.UTF_8));
            return;
        }
        String path = words[1];
        int number = asked.computeIfAbsent(path, unused -> new AtomicInteger()).getAndIncrement();
        String sent = secrets.stream()
                .filter(secret -> request.contains(secret) || decoded(request).contains(secret))
                .collect(Collectors.joining(" "));
        String first = sent.isEmpty() ? "none" : sent;
        String all = first + '\n' + request + '\n' + decoded(request);
        if (path.endsWith("login") && number % 4 == 0) {
            send(
                    out,
                    200,
                    "",
                    "{\"status\":\"SUCCESS\",\"loginStatus\":\"SUCCESS\",\"token\":\"" + secrets.getFirst()
                            + "\",\"sessionToken\":\"" + secrets.getFirst() + "\"}");
            return;
        }
        if (path.contains(CATALOGUE) && number % 4 == 0) {
            send(out, 200, "", "{\"jsonrpc\":\"2.0\",\"result\":[],\"id\":1}");
            return;
        }
        if (path.endsWith("whoami.xml") && number % 2 == 0) {
            send(out, 200, "", "<bookmaker_details response_code=\"OK\" bookmaker_id=\"7\" virtual_host=\"/v\"/>");
            return;
        }
        if (path.endsWith("producers.xml") && number % 2 == 0) {
            send(
                    out,
                    200,
                    "",
                    "<producers response_code=\"OK\"><producer id=\"1\" active=\"true\" api_url=\"https://api/v1/liveodds/\" "
                            + "stateful_recovery_window_in_minutes=\"180\"/></producers>");
            return;
        }
        switch (number % 13) {
            case 0 -> send(out, 200, "ETag: \"" + first.hashCode() + "\"\r\n", all);
            case 1 -> send(out, 500, "", all);
            case 2 -> send(out, 302, "Location: http://127.0.0.1/" + request.split(" ", 3)[1] + "\r\n", all);
            case 3 -> send(out, 401, "WWW-Authenticate: Basic realm=\"" + first.replace('"', ' ') + "\"\r\n", all);
            case 4 -> send(out, 200, "", first);
            case 5 ->
                send(
                        out,
                        200,
                        "x-requests-remaining: " + first + "\r\n",
                        "{\"message\":" + quoted(all) + ",\"error_code\":" + quoted(first) + ",\"status\":"
                                + quoted(first) + ",\"error\":{\"code\":-32099,\"message\":" + quoted(first) + "}}");
            case 6 -> send(out, 200, "", "[" + event(quoted(first)) + "," + event("17") + "]");
            case 7 -> send(out, 429, "Retry-After: " + first + "\r\n", all);
            case 8 ->
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + first).getBytes(StandardCharsets.UTF_8));
            case 9 -> silent();
            case 10 -> send(out, 200, "Content-Encoding: gzip\r\n", all);
            case 11 -> out.write((first + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            default -> send(out, 200, "", "<html><body>" + first + "</body></html>");
        }
        out.flush();
    }

    /** Longer than any timeout of the test, or until the client goes. */
    private void silent() {
        java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);
    }

    private static String event(String word) {
        return "{\"id\":" + word + ",\"sport_key\":" + word + ",\"commence_time\":" + word + ",\"home_team\":" + word
                + ",\"away_team\":" + word + ",\"bookmakers\":" + word + "}";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void send(OutputStream out, int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + " Answer\r\nConnection: close\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
