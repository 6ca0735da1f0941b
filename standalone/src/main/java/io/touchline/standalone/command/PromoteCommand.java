package io.touchline.standalone.command;

import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A release takes over by a person's word, whatever the tests say. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description =
                "Puts a release in force from now on: one that models lists, or one that train wrote (its .json)."
                        + " With --challenger it runs beside the one in force and takes over once it was better on later matches.")
final class PromoteCommand extends ModelVerb {

    private static final String DESCRIPTION = ".json";

    @Parameters(paramLabel = "VERSION|FILE", description = "2026-08-03T03:00:00Z, or models/ensemble-….json")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String what;

    @Option(names = "--challenger", description = "beside the one in force instead of in its place")
    private boolean challenger;

    @Override
    public Integer call() throws InterruptedException {
        ModelOrders orders = orders();
        ModelRelease release = what.endsWith(DESCRIPTION) ? read(Path.of(what)) : find(orders.list(), what);
        Instant now = now();
        ReleaseState state = challenger ? ReleaseState.CANDIDATE : ReleaseState.PROMOTED;
        told(orders.tell(release, state, now, now), !challenger);
        return ExitCodes.DONE;
    }

    private static ModelRelease read(Path file) {
        try {
            return ModelOrders.read(file);
        } catch (IOException e) {
            throw CommandFailure.badUsage("cannot read " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
    }
}
