package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code touchline} on what the build has just made. */
class LauncherIT {

    private static final long LIMIT_SECONDS = 120;

    @TempDir
    Path elsewhere;

    private record Run(int exitCode, String out, String err) {}

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of("..", "touchline").toAbsolutePath().normalize().toString());
        command.addAll(List.of(arguments));
        Path out = elsewhere.resolve("out");
        Path err = elsewhere.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("TOUCHLINE_NO_BUILD", "true");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void worksFromAnyFolder_andKeepsItsDataInItsOwn() throws Exception {
        Run run = run(
                Map.of(), "doctor", "--json", "--home", elsewhere.resolve("var").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{\"ok\":true,\"checks\":[").hasLineCount(1);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void unknownOption_isOneLineAndExitCode2() throws Exception {
        assertThat(run(Map.of(), "up", "--nonsense"))
                .isEqualTo(new Run(2, "", "touchline: Unknown option: '--nonsense' (see touchline up --help)\n"));
    }
}
