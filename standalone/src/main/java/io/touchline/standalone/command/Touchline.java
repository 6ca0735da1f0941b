package io.touchline.standalone.command;

import io.touchline.standalone.embedded.PlatformFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code touchline}: one verb each for what people do with it. */
@Command(
        name = "touchline",
        mixinStandardHelpOptions = true,
        versionProvider = Touchline.Version.class,
        description = "Live scores, odds and expected goals into calibrated probabilities and value-bet alerts.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every option is also an environment variable: --kafka-port is TOUCHLINE_KAFKA_PORT.",
            "Exit codes: 0 done, 1 failed, 2 bad usage, 3 nothing to do."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            LookaheadCheckCommand.class,
            FeaturesCommand.class,
            EnrichFeaturesCommand.class,
            ReplayCommand.class,
            RecordCommand.class,
            SourcesCommand.class,
            UnmatchedCommand.class,
            BacktestCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            PlatformCommand.class,
            LoadHistoricalCommand.class,
            PipelineStatusCommand.class,
            DoctorCommand.class,
            InitDbCommand.class,
            BenchCommand.class
        })
public final class Touchline implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Logging.begin();
        CommandLine command = commandLine(System.getenv());
        command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(arguments));
    }

    /** The whole command line over an environment; used by tests too. */
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine command = new CommandLine(new Touchline());
        EnvironmentDefaults defaults = new EnvironmentDefaults(environment);
        command.setDefaultValueProvider(defaults);
        command.getSubcommands().values().forEach(verb -> verb.setDefaultValueProvider(defaults));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler(Touchline::explainUsage);
        command.setExecutionExceptionHandler(Touchline::explainFailure);
        return command;
    }

    /** Without a verb: says which there are. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explainUsage(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String line = String.valueOf(problem.getMessage()).lines().findFirst().orElse("bad usage");
        command.getErr()
                .println("touchline: " + line + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCodes.BAD_USAGE;
    }

    private static int explainFailure(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof CommandFailure failure) {
            command.getErr().println("touchline: " + failure.getMessage());
            return failure.exitCode();
        }
        LoggerFactory.getLogger(Touchline.class).info("{} failed", command.getCommandName(), problem);
        String where = problem instanceof PlatformFailure
                ? ""
                : Logging.file().map(file -> "; see " + file).orElse("");
        command.getErr().println("touchline: " + oneLine(problem) + where);
        return ExitCodes.FAILED;
    }

    private static String oneLine(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    /** Says which build this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Touchline.class.getPackage().getImplementationVersion();
            return new String[] {"touchline " + (version == null ? "0.1.0-SNAPSHOT" : version)};
        }
    }
}
