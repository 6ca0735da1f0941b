package io.touchline.standalone.command;

import io.touchline.platform.recording.Recordings;
import io.touchline.platform.vendor.Vendor;
import io.touchline.standalone.replay.VendorCounts;
import io.touchline.standalone.replay.VendorReplay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which recording {@code replay} plays, where it is not history. */
final class RecordingOptions {

    private static final double MILLIS_A_SECOND = 1000.0;

    @Option(
            names = "--vendor",
            paramLabel = "V",
            description = "play a recording of this vendor instead of history; its names: touchline sources")
    private @Nullable String vendor;

    @Option(
            names = "--recording",
            paramLabel = "PATH",
            arity = "1..*",
            description = "files or folders of recorded payloads, .gz, .bz2, .tar and .zip too")
    private List<Path> recordings = new ArrayList<>();

    @Option(names = "--dump", paramLabel = "FILE", description = "write the normalised events there as JSON lines")
    private @Nullable Path dump;

    @Option(
            names = "--rejections",
            paramLabel = "FILE",
            description = "write what was rejected there as JSON lines: reason, detail, location, candidates, raw")
    private @Nullable Path rejections;

    boolean isWanted() {
        return vendor != null || !recordings.isEmpty() || dump != null || rejections != null;
    }

    int replay(double factor, boolean json, Output output) throws InterruptedException {
        Vendor chosen = Optional.ofNullable(vendor)
                .flatMap(VendorReplay::find)
                .orElseThrow(() -> CommandFailure.badUsage("--vendor must be one of "
                        + String.join(", ", VendorReplay.vendors().keySet()) + " but was " + vendor));
        if (recordings.isEmpty()) {
            throw CommandFailure.badUsage("Missing required option: '--recording=PATH...'");
        }
        try {
            List<Path> files = Recordings.files(chosen, recordings);
            if (files.isEmpty()) {
                throw CommandFailure.nothingToDo("no payload of " + vendor + " in " + recordings);
            }
            Instant begun = InstantSource.system().instant();
            VendorCounts counts = new VendorReplay(chosen, InstantSource.system(), output::progress)
                    .run(files, Optional.ofNullable(dump), Optional.ofNullable(rejections), factor);
            Map<String, Object> result = result(counts, begun);
            if (json) {
                output.json(result);
            } else {
                output.values(result);
            }
            return ExitCodes.DONE;
        } catch (IOException e) {
            throw CommandFailure.failed("cannot play the recording: " + e.getMessage());
        }
    }

    private static Map<String, Object> result(VendorCounts counts, Instant begun) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("payloads", counts.payloads());
        result.put("events", counts.events());
        result.put("rejected", counts.rejected());
        result.put("fixtures_matched", counts.fixturesMatched());
        result.put("fixtures_unmatched", counts.fixturesUnmatched());
        result.put(
                "seconds",
                Duration.between(begun, InstantSource.system().instant()).toMillis() / MILLIS_A_SECOND);
        return result;
    }
}
