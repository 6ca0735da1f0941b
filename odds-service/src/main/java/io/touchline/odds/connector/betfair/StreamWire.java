package io.touchline.odds.connector.betfair;

import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import tools.jackson.databind.JsonNode;

/** One connection to the Exchange Stream: JSON messages, each a line that ends with CRLF, in both directions. Read by one thread; may be closed by another. */
final class StreamWire implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;

    /** An image of everything is some megabytes; more than this is no stream of Betfair's. */
    private static final int LONGEST_LINE = 64 << 20;

    private static final byte[] LINE_END = {'\r', '\n'};

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    private StreamWire(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Connects, checks the server's certificate and name. */
    static StreamWire connect(SSLContext tls, String host, int port, int silenceMillis) throws SourceUnavailable {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            plain.setSoTimeout(CONNECT_MILLIS);
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setTcpNoDelay(true);
            socket.startHandshake();
            socket.setSoTimeout(silenceMillis);
            return new StreamWire(socket);
        } catch (IOException e) {
            try {
                plain.close();
            } catch (IOException ignored) {
                // the first one is told
            }
            throw new SourceUnavailable("no stream at " + host + ":" + port + ": " + e);
        }
    }

    void send(JsonNode message) throws SourceUnavailable {
        try {
            out.write(JsonPayload.MAPPER.writeValueAsBytes(message));
            out.write(LINE_END);
            out.flush();
        } catch (IOException e) {
            throw new SourceUnavailable("the stream broke while we wrote: " + e);
        }
    }

    /** The next message, without its line end; silence longer than allowed is an end of the connection. */
    byte[] read() throws SourceUnavailable {
        int looked = from;
        while (true) {
            for (int i = looked; i < to; i++) {
                if (buffer[i] == '\n') {
                    int end = i > from && buffer[i - 1] == '\r' ? i - 1 : i;
                    byte[] line = Arrays.copyOfRange(buffer, from, end);
                    from = i + 1;
                    return line;
                }
            }
            int waiting = to - from;
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, waiting);
                from = 0;
                to = waiting;
            }
            looked = waiting;
            if (to == buffer.length) {
                if (buffer.length >= LONGEST_LINE) {
                    throw new SourceUnavailable("a message of more than " + LONGEST_LINE + " bytes");
                }
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            fill();
        }
    }

    private void fill() throws SourceUnavailable {
        try {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                throw new SourceUnavailable(
                        to == 0 ? "the stream was closed" : "the stream was closed in the middle of a message");
            }
            to += read;
        } catch (SocketTimeoutException e) {
            throw new SourceUnavailable("the stream is silent");
        } catch (IOException e) {
            throw new SourceUnavailable("the stream broke: " + e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is left to be saved
        }
    }
}
