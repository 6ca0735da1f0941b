package io.touchline.platform.recording;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes payloads to {@code <folder>/<source>-<first arrival>.jsonl.gz}, one file an hour and source, a line each ({@code docs/sources.md} has the form). What was written reaches the disk
 * within some seconds, so that a crash loses little. A file that cannot be written ends the recording of its source with an error in the log; the feed goes on.
 */
public final class FileRecorder implements Recorder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileRecorder.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final Duration ONE_FILE = Duration.ofHours(1);
    private static final Duration FLUSH = Duration.ofSeconds(5);
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Predicate<String> wanted;
    private final Map<String, Output> outputs = new HashMap<>();
    private long payloads;
    private long bytes;

    private static final class Output {
        private final BufferedWriter writer;
        private final Instant begunAt;
        private Instant flushedAt;

        Output(BufferedWriter writer, Instant begunAt) {
            this.writer = writer;
            this.begunAt = begunAt;
            this.flushedAt = begunAt;
        }
    }

    /**
     * Makes the folder.
     *
     * @param wanted which sources are kept
     */
    public FileRecorder(Path folder, Predicate<String> wanted) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.wanted = wanted;
    }

    @Override
    public synchronized void keep(String source, Payload payload) {
        if (!wanted.test(source)) {
            return;
        }
        try {
            Output output = output(source, payload.receivedAt());
            output.writer.write(RecordedLine.of(source, payload));
            output.writer.newLine();
            payloads++;
            bytes += payload.body().length;
            if (!payload.receivedAt().isBefore(output.flushedAt.plus(FLUSH))) {
                output.writer.flush();
                output.flushedAt = payload.receivedAt();
            }
        } catch (IOException e) {
            LOG.error("{} is not recorded: {}", source, e.toString());
        }
    }

    private Output output(String source, Instant at) throws IOException {
        Output open = outputs.get(source);
        if (open != null && at.isBefore(open.begunAt.plus(ONE_FILE))) {
            return open;
        }
        if (open != null) {
            open.writer.close();
        }
        Path file = folder.resolve(source + "-" + STAMP.format(at) + ".jsonl.gz");
        Output fresh = new Output(
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(
                                        Files.newOutputStream(
                                                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                                        BUFFER,
                                        true),
                                StandardCharsets.UTF_8),
                        BUFFER),
                at);
        outputs.put(source, fresh);
        return fresh;
    }

    /** Payloads kept so far. */
    public synchronized long payloads() {
        return payloads;
    }

    /** Their bytes, unpacked. */
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void close() {
        outputs.forEach((source, output) -> {
            try {
                output.writer.close();
            } catch (IOException e) {
                LOG.error("the recording of {} may lack its end: {}", source, e.toString());
            }
        });
        outputs.clear();
    }
}
