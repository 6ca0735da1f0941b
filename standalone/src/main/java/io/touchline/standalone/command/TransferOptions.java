package io.touchline.standalone.command;

import io.touchline.ingest.connector.transfermarkt.TransferFile;
import io.touchline.platform.identity.TeamDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where transfers of the past are. */
final class TransferOptions {

    @Option(
            names = "--transfers",
            paramLabel = "FILE",
            description = "table of transfers (club_name, player_name, fee_cleaned, transfer_movement, transfer_period,"
                    + " season, country) that become news of squads")
    private @Nullable Path file;

    /** What the option means; no news where it is not given. */
    TransferFile read(TeamDirectory directory) {
        Path path = file;
        if (path == null) {
            return new TransferFile(List.of(), Map.of());
        }
        try {
            return TransferFile.read(path, directory);
        } catch (IOException e) {
            throw CommandFailure.badUsage("cannot read --transfers " + path + ": " + e.getMessage());
        }
    }

    /** The keys of the commands' JSON. */
    static Map<String, Object> json(TransferFile transfers) {
        Map<String, Object> json = new TreeMap<>();
        json.put("read", transfers.news().size());
        json.put("rejected", transfers.rejected());
        return json;
    }
}
