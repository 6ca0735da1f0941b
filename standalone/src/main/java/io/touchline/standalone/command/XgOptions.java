package io.touchline.standalone.command;

import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where expected goals of past matches are: where it was said, else, for commands that learn from history, in the folder {@value #BESIDE} beside it. */
final class XgOptions {

    private static final String BESIDE = "xg";
    private static final String NOWHERE = "none";

    @Option(
            names = "--xg",
            paramLabel = "DIR",
            description = "folder of expected goals (match_xg_E0_2223.csv, understat_EPL_2022.json, tables of matches"
                    + " or shots) that are joined to the results; 'none' for none (what learns from --dir takes a folder"
                    + " 'xg' beside it where there is one)")
    private @Nullable Path folder;

    /** What the option means; nothing where it is not given. */
    XgHistory read(TeamDirectory directory) {
        if (folder == null || folder.equals(Path.of(NOWHERE))) {
            return XgHistory.NONE;
        }
        XgHistory xg = read(folder, directory);
        if (xg.size() == 0) {
            throw CommandFailure.badUsage("no expected goals of a played match in --xg " + folder);
        }
        return xg;
    }

    /** The same, and where the option is not given what lies beside a folder of history. */
    XgHistory readBeside(Path history, TeamDirectory directory) {
        Path beside = history.toAbsolutePath().normalize().resolveSibling(BESIDE);
        return folder == null && Files.isDirectory(beside) ? read(beside, directory) : read(directory);
    }

    private static XgHistory read(Path dir, TeamDirectory directory) {
        try {
            return XgHistory.read(dir, directory);
        } catch (IOException e) {
            throw CommandFailure.badUsage("cannot read --xg " + dir + ": " + e.getMessage());
        }
    }

    /** One line for people: how the join went. */
    static String told(XgHistory xg) {
        return "expected goals: " + xg.report().json();
    }
}
