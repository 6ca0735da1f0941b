package io.touchline.standalone.command;

import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A release is taken back by a person's word. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Takes a release back; the last good one before it is in force again.")
final class RollbackCommand extends ModelVerb {

    @Parameters(arity = "0..1", paramLabel = "VERSION", description = "default: the one in force")
    private @Nullable String version;

    @Override
    public Integer call() throws InterruptedException {
        Running running = running();
        List<ModelRelease> releases = running.orders().list();
        Instant now = running.now();
        ModelRelease release = version == null
                ? ModelOrders.inForce(releases, now)
                        .orElseThrow(() -> CommandFailure.nothingToDo("no release is in force"))
                : get(releases, version);
        if (release.getState().equals(ReleaseState.ROLLED_BACK.name())) {
            throw CommandFailure.nothingToDo(release.getVersion() + " was taken back already");
        }
        ModelRelease told = running.orders().tell(release, ReleaseState.ROLLED_BACK, now, now);
        told(told, ModelOrders.with(releases, told), now);
        return ExitCodes.DONE;
    }
}
