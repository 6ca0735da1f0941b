package io.touchline.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ends a child when we die without a word.
 *
 * <p>A shell waits on a pipe whose other end only this process holds. A line means that all is well and the shell leaves;
 * the end of the pipe means that this process is gone (killed, out of memory), and the child is ended.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            if read -r word; then exit 0; fi
            kill -TERM "$1" 2>/dev/null
            left=15
            while [ $left -gt 0 ] && kill -0 "$1" 2>/dev/null; do sleep 1; left=$((left - 1)); done
            kill -KILL "$1" 2>/dev/null
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog over(long pid) {
        try {
            return new Watchdog(
                    new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT, "touchline-watchdog", Long.toString(pid)))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new PlatformFailure("cannot start /bin/sh: " + e.getMessage(), e);
        }
    }

    /** Lets the watchdog leave; the child is no longer watched. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("over\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException alreadyGone) {
            shell.destroy();
        }
    }
}
