package io.touchline.standalone.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** Redis as a child process; a cache only, so it keeps nothing between starts and drops the oldest when it is full. */
final class EmbeddedRedis implements Part {

    private static final String NAME = "redis";
    private static final int ASK_MILLIS = 2_000;

    private final HomeFolder home;
    private final int port;
    private final Duration wait;
    private @Nullable Path program;
    private @Nullable ChildProcess child;

    EmbeddedRedis(HomeFolder home, int port, Duration wait) {
        this.home = home;
        this.port = port;
        this.wait = wait;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void prepare() {
        program = unpacked();
    }

    @Override
    public void start() {
        ChildProcess started =
                ChildProcess.start(home, NAME, command(program == null ? unpacked() : program), Map.of());
        child = started;
        Readiness.await(NAME, port, started.log(), wait, () -> started.mustBeAlive(port), this::answers);
    }

    private Path unpacked() {
        try {
            Path folder = home.folder("redis-program");
            Path found = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .toPath();
            if (!Files.isExecutable(found) && !found.toFile().setExecutable(true)) {
                throw new PlatformFailure("cannot make " + found + " executable");
            }
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw new PlatformFailure("no redis for this machine: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path executable) {
        return List.of(
                executable.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "64mb",
                "--maxmemory-policy",
                "allkeys-lru");
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ASK_MILLIS);
            socket.setSoTimeout(ASK_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return "+PONG"
                    .equals(new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return child == null ? List.of() : List.of(child.handle());
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
