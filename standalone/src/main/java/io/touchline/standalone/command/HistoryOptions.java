package io.touchline.standalone.command;

import io.touchline.ingest.connector.transfermarkt.TransferFile;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.standalone.replay.HistorySelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which history a command works on. */
final class HistoryOptions {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "folder of football-data.co.uk files (E0_2223.csv, BRA_to2022.csv)")
    private @Nullable Path dir;

    @Option(
            names = {"-l", "--league"},
            split = ",",
            paramLabel = "DIV",
            description = "divisions such as E0,SP1 (default: all in the folder)")
    private List<String> leagues = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "first day, ISO (default: the first there is)")
    private LocalDate from = LocalDate.of(1990, 1, 1);

    @Option(names = "--to", paramLabel = "DATE", description = "last day, ISO (default: the last there is)")
    private LocalDate to = LocalDate.of(2100, 1, 1);

    @Option(
            names = "--warm-up-years",
            paramLabel = "N",
            defaultValue = "4",
            description = "years of results before the first day that ratings and models begin with (default: 4)")
    private int warmUpYears = 4;

    @Mixin
    private final XgOptions xgOptions = new XgOptions();

    private XgHistory xg = XgHistory.NONE;

    @Mixin
    private final TransferOptions transferOptions = new TransferOptions();

    /** Transfers of the past as news of squads. */
    TransferFile transfers() {
        return transferOptions.read(TeamDirectory.shipped());
    }

    /** The expected goals that were joined by {@link #read}, with how that went. */
    XgHistory xg() {
        return xg;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** Reads what was asked for; fails with one line where there is none. */
    HistorySelection read() {
        return read(0);
    }

    /** The same with some years before the first day among the played matches. */
    HistorySelection read(int leadYears) {
        Path folder = dir;
        if (folder == null) {
            throw CommandFailure.badUsage("Missing required option: '--dir=DIR'");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badUsage("there is no folder " + folder + "; give --dir a folder of CSV files");
        }
        if (to.isBefore(from)) {
            throw CommandFailure.badUsage("--to " + to + " is before --from " + from);
        }
        if (warmUpYears < 0) {
            throw CommandFailure.badUsage("--warm-up-years must be 0 or more but was " + warmUpYears);
        }
        TeamDirectory directory = TeamDirectory.shipped();
        xg = xgOptions.readBeside(folder, directory);
        try {
            HistorySelection selection = HistorySelection.read(
                    new HistoryReader(directory, InstantSource.system(), xg),
                    folder,
                    leagues,
                    from.minusYears(leadYears),
                    to,
                    warmUpYears);
            if (selection.played().isEmpty()) {
                throw CommandFailure.nothingToDo("no match in " + folder + " for "
                        + (leagues.isEmpty() ? "any division" : String.join(",", leagues)) + " from " + from + " to "
                        + to);
            }
            return selection;
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + folder + ": " + e.getMessage());
        }
    }
}
