package io.touchline.standalone.command;

import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where expected goals of past matches are. */
final class XgOptions {

    @Option(
            names = "--xg",
            paramLabel = "DIR",
            description = "folder of expected goals (match_xg_E0_2223.csv, understat_EPL_2022.json, tables of matches"
                    + " or shots) that are joined to the results")
    private @Nullable Path folder;

    /** What the option means; nothing where it is not given. */
    XgHistory read(TeamDirectory directory) {
        Path dir = folder;
        if (dir == null) {
            return XgHistory.NONE;
        }
        XgHistory xg;
        try {
            xg = XgHistory.read(dir, directory);
        } catch (IOException e) {
            throw CommandFailure.badUsage("cannot read --xg " + dir + ": " + e.getMessage());
        }
        if (xg.size() == 0) {
            throw CommandFailure.badUsage("no expected goals of a played match in --xg " + dir);
        }
        return xg;
    }

    /** One line for people: how the join went. */
    static String told(XgHistory xg) {
        return "expected goals: " + xg.report().json();
    }
}
