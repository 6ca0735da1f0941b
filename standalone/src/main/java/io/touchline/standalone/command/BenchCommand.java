package io.touchline.standalone.command;

import io.touchline.bench.Benchmarks;
import io.touchline.bench.Measurement;
import io.touchline.bench.ParseBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How fast, beside a bound that was measured in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures one thing: fit (a Dixon-Coles season), grid (a match with all its markets) or parse (a recorded Betfair stream into books).")
final class BenchCommand extends Verb {

    @Parameters(paramLabel = "NAME", description = "fit, grid or parse")
    private String name = "";

    @Option(names = "--recording", paramLabel = "PATH", description = "for parse: a stream file, plain, .gz or .bz2")
    private @Nullable Path recording;

    @Override
    public Integer call() {
        Measurement measurement = measured();
        if (common().json()) {
            output().json(measurement.json());
        } else {
            output().values(measurement.json());
        }
        return ExitCodes.DONE;
    }

    private Measurement measured() {
        if (name.equals("parse")) {
            if (recording == null) {
                throw CommandFailure.badUsage("parse needs --recording PATH");
            }
            try {
                return ParseBenchmark.run(recording);
            } catch (IOException | IllegalArgumentException e) {
                throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
            }
        }
        if (!Benchmarks.names().contains(name)) {
            throw CommandFailure.badUsage(
                    "no benchmark is named " + name + "; there are " + Benchmarks.names() + " and parse");
        }
        return Benchmarks.run(name);
    }
}
