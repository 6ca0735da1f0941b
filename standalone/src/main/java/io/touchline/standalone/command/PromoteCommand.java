package io.touchline.standalone.command;

import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        Running running = running();
        List<ModelRelease> releases = running.orders().list();
        ModelRelease release = what.endsWith(DESCRIPTION) ? read(Path.of(what), releases) : get(releases, what);
        Instant now = running.now();
        if (isInForce(releases, release, now)) {
            if (challenger) {
                throw CommandFailure.badUsage(release.getVersion() + " is in force and cannot challenge itself");
            }
            throw CommandFailure.nothingToDo(release.getVersion() + " is in force already");
        }
        ReleaseState state = challenger ? ReleaseState.CANDIDATE : ReleaseState.PROMOTED;
        ModelRelease told = running.orders().tell(release, state, now, now);
        told(told, ModelOrders.with(releases, told), now);
        return ExitCodes.DONE;
    }
}
