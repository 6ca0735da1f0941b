package io.touchline.standalone.command;

import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The releases of the models of a running Touchline. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the releases of the models, the oldest first, and says which one is in force.")
final class ModelsCommand extends ModelVerb {

    @Override
    public Integer call() throws InterruptedException {
        Running running = running();
        List<ModelRelease> releases = running.orders().list();
        Optional<String> inForce = ModelOrders.inForce(releases, running.now()).map(ModelRelease::getVersion);
        if (common().json()) {
            output().json(Map.of(
                    "models",
                    releases.stream()
                            .map(release -> shown(release, release.getVersion().equals(inForce.orElse(""))))
                            .toList()));
        } else if (releases.isEmpty()) {
            output().progress("no release yet: what needs no training scores");
        } else {
            output().table(
                            List.of("version", "state", "in force", "valid from", "matches", "log loss"),
                            releases.stream()
                                    .map(release ->
                                            row(release, release.getVersion().equals(inForce.orElse(""))))
                                    .toList());
        }
        return releases.isEmpty() ? ExitCodes.NOTHING_TO_DO : ExitCodes.DONE;
    }

    private static List<String> row(ModelRelease release, boolean inForce) {
        Double loss = release.getMetrics().get("blend.log_loss");
        return List.of(
                release.getVersion(),
                release.getState(),
                inForce ? "yes" : "",
                release.getValidFrom().toString(),
                String.valueOf(release.getMatches()),
                loss == null ? "" : String.format(Locale.ROOT, "%.4f", loss));
    }
}
