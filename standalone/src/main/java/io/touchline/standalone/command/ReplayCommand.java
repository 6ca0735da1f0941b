package io.touchline.standalone.command;

import io.touchline.standalone.count.Footprint;
import io.touchline.standalone.replay.HistorySelection;
import io.touchline.standalone.replay.ReplayReport;
import io.touchline.standalone.service.Stage;
import java.util.EnumSet;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** History through the live path. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Plays football-data.co.uk files through the live path in a namespace of its own, or recorded payloads of one vendor through its adapter, and prints counts.")
final class ReplayCommand extends Verb {

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            description = "max, or seconds of history a second (default: max)")
    private String speed = "max";

    @Mixin
    private final RecordingOptions recording = new RecordingOptions();

    @Override
    public Integer call() throws InterruptedException {
        double factor = factor(speed);
        if (recording.isWanted()) {
            return recording.replay(factor, common().json(), output());
        }
        HistorySelection selection = history.read();
        Output output = output();
        try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, -1, output)) {
            ReplayReport report = new HistoryReplay(local, output)
                    .run(
                            selection,
                            EnumSet.of(Stage.ODDS, Stage.FEATURE, Stage.PREDICTION, Stage.ALERT),
                            Map.of(),
                            factor,
                            kafka -> {});
            report.lostExamples().forEach(example -> output.progress("lost: " + example));
            Map<String, Object> result =
                    report.json(Footprint.residentMib(local.platform().processes()));
            if (history.xg().size() > 0) {
                result.put("xg", history.xg().report().json());
            }
            if (common().json()) {
                output.json(result);
            } else {
                output.values(result);
            }
            return report.lost() == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    /** Seconds of history a second; infinite for max. */
    static double factor(String speed) {
        if (speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double factor = Double.parseDouble(speed);
            if (factor > 0 && Double.isFinite(factor)) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw CommandFailure.badUsage("--speed is max or a number above 0 but was " + speed);
    }
}
