package io.touchline.standalone.command;

import io.touchline.bench.lookahead.LookaheadCheck;
import io.touchline.bench.lookahead.LookaheadReport;
import io.touchline.bench.path.HistorySource;
import io.touchline.standalone.replay.HistorySelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that no vector saw its future. */
@Command(
        name = "lookahead-check",
        mixinStandardHelpOptions = true,
        description = "Replays history through the real topologies with everything later than each cut-off removed or"
                + " replaced by garbage, and compares the vectors byte for byte; exit code 1 names those that differ.")
final class LookaheadCheckCommand extends Verb {

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(
            names = "--cuts",
            paramLabel = "N",
            defaultValue = "8",
            description = "at how many moments history is cut off besides the check of every vector (default: 8)")
    private int cuts = 8;

    @Override
    public Integer call() {
        if (cuts < 0) {
            throw CommandFailure.badUsage("--cuts must be 0 or more but was " + cuts);
        }
        HistorySelection selection = history.read();
        Output output = output();
        ProgressBar bar = new ProgressBar(output);
        output.progress("checks the vectors of %,d matches, after %,d results before them"
                .formatted(selection.played().size(), selection.before().size()));
        LookaheadReport report = new LookaheadCheck(
                        rows -> HistorySource.replayed(), cuts, (done, of) -> bar.at(done, of, "moments"))
                .run(selection.played(), selection.before());
        bar.end();
        report.examples().forEach(example -> output.progress(example.toString()));
        if (history.xg().size() > 0) {
            output.progress(XgOptions.told(history.xg()));
        }
        if (common().json()) {
            output.json(report.json());
        } else {
            output.values(report.json());
        }
        return report.differing() == 0 && report.vectors() > 0
                ? ExitCodes.DONE
                : report.vectors() == 0 ? ExitCodes.NOTHING_TO_DO : ExitCodes.FAILED;
    }
}
