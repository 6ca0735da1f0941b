package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person and a script see: exit codes, one line for a mistake, one object with {@code --json}. */
class TouchlineTest {

    @TempDir
    Path home;

    private record Run(int exitCode, String out, String err) {}

    private static Run run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Touchline.commandLine(environment);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private static Run run(String... arguments) {
        return run(Map.of(), arguments);
    }

    @Test
    void unknownOption_isOneLineAndExitCode2() {
        Run run = run("demo", "--foo");
        assertThat(run).isEqualTo(new Run(2, "", "touchline: Unknown option: '--foo' (see touchline demo --help)\n"));
    }

    @Test
    void unknownCommand_isOneLineAndExitCode2() {
        Run run = run("dmeo");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("touchline: Unmatched argument at index 0: 'dmeo'")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void withoutCommand_saysSo() {
        assertThat(run()).isEqualTo(new Run(2, "", "touchline: a command is missing (see touchline --help)\n"));
    }

    @Test
    void help_namesEveryCommandAndTheExitCodes() {
        Run run = run("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("demo", "up", "doctor", "pipeline-status", "init-db")
                .contains("Exit codes: 0 done, 1 failed, 2 bad usage, 3 nothing to do.");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void optionsComeFromTheEnvironmentToo() {
        Run run = run(Map.of("TOUCHLINE_PORT", "eighty"), "up");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'eighty' is not an int");
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Run run = run(Map.of("TOUCHLINE_MODE", "full"), "up", "--mode", "sideways");
        assertThat(run).isEqualTo(new Run(2, "", "touchline: unknown mode sideways; there are full and api-only\n"));
    }

    @Test
    void missingConfigFile_isBadUsage() {
        Path missing = home.resolve("nowhere.yml");
        Run run = run("up", "--config", missing.toString(), "--home", home.toString());
        assertThat(run).isEqualTo(new Run(2, "", "touchline: there is no file " + missing + "\n"));
    }

    @Test
    void takenPort_isOneLineAndExitCode1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Run run = run("up", "--port", Integer.toString(port), "--home", home.toString());
            assertThat(run)
                    .isEqualTo(new Run(1, "", "touchline: port " + port + " is taken; choose another with --port\n"));
        }
    }

    @Test
    void portOutOfRange_isBadUsage() {
        Run run = run("up", "--port", "99999", "--home", home.toString());
        assertThat(run).isEqualTo(new Run(2, "", "touchline: a port is between 1 and 65535 but was 99999\n"));
    }

    @Test
    void pipelineStatus_withNothingRunning_saysWhatToDo() {
        Run run = run("pipeline-status", "--home", home.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("touchline: nothing runs on " + home + "; start it with touchline up or touchline demo\n");
    }

    @Test
    void doctor_json_isOneObjectWithEveryCheck() {
        Run run = run("doctor", "--json", "--home", home.toString());
        JsonNode result = JsonMapper.builder().build().readTree(run.out());
        assertThat(run.out()).hasLineCount(1);
        assertThat(result.get("checks").findValuesAsString("name"))
                .contains("jdk", "memory", "disk", "home", "port", "kafka", "registry", "postgres", "redis");
        boolean well = !result.get("checks").findValuesAsString("state").contains("bad");
        assertThat(result.get("ok").asBoolean()).isEqualTo(well);
        assertThat(run.exitCode()).isEqualTo(well ? 0 : 1);
    }
}
