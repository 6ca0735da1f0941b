package io.touchline.standalone.command;

import io.touchline.standalone.service.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps what vendors send: the connectors whose keys are set run, and every raw payload goes to a file with its times. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Runs the connectors whose keys are set and keeps every raw payload with its times, compressed; "
                + "replay --vendor plays it.")
final class RecordCommand extends Verb {

    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final long FOREVER_SECONDS = Duration.ofDays(10_000).toSeconds();
    private static final double SECONDS_A_MINUTE = 60.0;

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where the files go: SOURCE-TIME.jsonl.gz")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Path out;

    @Option(
            names = "--vendor",
            split = ",",
            paramLabel = "V",
            description = "keep these alone (default: all that are switched on)")
    private List<String> vendors = new ArrayList<>();

    @Option(names = "--minutes", paramLabel = "N", description = "end after N minutes (default: at Ctrl-C)")
    private @Nullable Double minutes;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file of properties for the services")
    private @Nullable Path config;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> properties = new HashMap<>(config == null ? Map.of() : ConfigFile.read(config));
        properties.put("touchline.recorder.folder", out.toAbsolutePath().toString());
        properties.put("touchline.recorder.sources", String.join(",", vendors));
        Output output = output();
        long before = bytes(out);
        try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, -1, output)) {
            local.startServices(local.liveSettings().with(properties), EnumSet.of(Stage.INGEST, Stage.ODDS));
            long left = minutes == null ? FOREVER_SECONDS : Math.round(minutes * SECONDS_A_MINUTE);
            boolean ended = false;
            while (left > 0 && !ended) {
                long now = Math.min(left, TELL_EVERY.toSeconds());
                ended = local.awaitEnd(Duration.ofSeconds(now));
                left -= now;
                output.progress(files(out) + " files, " + (bytes(out) - before) + " bytes more than before");
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("files", files(out));
        result.put("bytes", bytes(out) - before);
        result.put("folder", out.toString());
        if (common().json()) {
            output.json(result);
        } else {
            output.values(result);
        }
        return bytes(out) > before ? ExitCodes.DONE : ExitCodes.NOTHING_TO_DO;
    }

    private static long files(Path folder) {
        return Files.isDirectory(folder) ? list(folder).size() : 0;
    }

    private static long bytes(Path folder) {
        long sum = 0;
        for (Path file : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
            sum += file.toFile().length();
        }
        return sum;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl.gz")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
