package io.touchline.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One program that runs beside us: its output goes to a log file, its process id to a pid file, and it does not outlive us.
 *
 * <p>Ctrl-C in a terminal reaches every process of the group at once; the child is told to ignore it, so that we can stop
 * everything in the right order.
 */
final class ChildProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Watchdog watchdog;
    private final PidFile pidFile;
    private final Path log;

    private ChildProcess(String name, Process process, Watchdog watchdog, PidFile pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.watchdog = watchdog;
        this.pidFile = pidFile;
        this.log = log;
    }

    static ChildProcess start(HomeFolder home, String name, List<String> command, Map<String, String> environment) {
        Path log = home.log(name);
        List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\""));
        wrapped.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(wrapped)
                .directory(home.folder(name).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = builder.start();
            PidFile pidFile = new PidFile(home.pidFile(name));
            pidFile.write(process.toHandle());
            return new ChildProcess(name, process, Watchdog.over(process.pid()), pidFile, log);
        } catch (IOException e) {
            throw new PlatformFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Throws a {@link PlatformFailure} that names the log file if the child has ended by itself. */
    void mustBeAlive(int port) {
        if (!process.isAlive()) {
            throw new PlatformFailure(name + " on port " + port + " ended with code " + process.exitValue() + "; see "
                    + log + lastLine());
        }
    }

    Path log() {
        return log;
    }

    private String lastLine() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.stream()
                    .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                    .reduce((first, second) -> second)
                    .map(line -> " (" + line.strip() + ")")
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        watchdog.close();
        PidFile.end(process.toHandle(), GRACE);
        pidFile.remove();
    }
}
