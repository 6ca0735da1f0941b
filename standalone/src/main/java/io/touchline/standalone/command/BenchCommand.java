package io.touchline.standalone.command;

import io.touchline.bench.Benchmarks;
import io.touchline.bench.Measurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How fast, beside a bound that was measured in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures one thing: fit (a Dixon-Coles season) or grid (a match with all its markets).")
final class BenchCommand extends Verb {

    @Parameters(paramLabel = "NAME", description = "fit or grid")
    private String name = "";

    @Override
    public Integer call() {
        if (!Benchmarks.names().contains(name)) {
            throw CommandFailure.badUsage("no benchmark is named " + name + "; there are " + Benchmarks.names());
        }
        Measurement measurement = Benchmarks.run(name);
        if (common().json()) {
            output().json(measurement.json());
        } else {
            output().values(measurement.json());
        }
        return ExitCodes.DONE;
    }
}
