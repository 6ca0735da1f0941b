package io.touchline.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which TCP port a part shall listen on.
 *
 * @param port the port, 1..65535, or 0 for any free one
 * @param required true: this port or a clear failure; false: this port if it is free, else any free one
 */
public record PortChoice(int port, boolean required) {

    /** Below the ports that Linux and macOS hand to outgoing connections, so that nobody takes ours by accident. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    public PortChoice {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 1 and 65535 but was " + port);
        }
    }

    public static PortChoice exactly(int port) {
        return new PortChoice(port, port != 0);
    }

    public static PortChoice preferably(int port) {
        return new PortChoice(port, false);
    }

    public static PortChoice any() {
        return new PortChoice(0, false);
    }

    /** A free port, now; throws {@link PlatformFailure} naming {@code option} where a required port is taken. */
    public int resolve(String option) {
        if (port != 0 && isFree(port)) {
            return port;
        }
        if (required) {
            throw new PlatformFailure("port " + port + " is taken; choose another with " + option);
        }
        for (int i = 0; i < TRIES; i++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new PlatformFailure("found no free port between " + LOWEST + " and " + HIGHEST);
    }

    /** Whether nobody listens on this port, on any address of this machine. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(port))
                && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
