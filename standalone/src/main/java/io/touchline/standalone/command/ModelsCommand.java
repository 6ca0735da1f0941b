package io.touchline.standalone.command;

import io.touchline.prediction.watch.MlflowExport;
import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The releases of the models of a running Touchline. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the releases of the models, the oldest first, and says which one is in force.")
final class ModelsCommand extends ModelVerb {

    @Option(
            names = "--mlflow",
            paramLabel = "DIR",
            description = "writes them as an experiment of MLflow too, in the layout of its file store such as mlruns")
    private @Nullable Path mlflow;

    @Override
    public Integer call() throws InterruptedException {
        Running running = running();
        List<ModelRelease> releases = running.orders().list();
        Optional<String> inForce = ModelOrders.inForce(releases, running.now()).map(ModelRelease::getVersion);
        if (mlflow != null && !releases.isEmpty()) {
            output().progress("MLflow's experiment is in " + exported(mlflow, releases));
        }
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

    private static Path exported(Path folder, List<ModelRelease> releases) {
        try {
            return new MlflowExport(folder).write(releases);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write to " + folder + ": " + e.getMessage());
        }
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
