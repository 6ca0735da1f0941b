package io.touchline.bench;

import io.touchline.bench.path.HistoryVectors;
import io.touchline.bench.path.VectorTopic;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicAdmin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How many matches a second come from history files through the real topologies to vectors that are stored on {@code feature_vectors}, beside reading the same files alone with as many threads.
 * A namespace that holds vectors of a run that did not end is gone on with.
 */
public final class FeaturesBenchmark {

    /**
     * What was measured, with what a reader needs to judge it.
     *
     * @param processorSeconds of this process and those that it started, the broker among them, from the first file to the last stored vector
     */
    public record Result(
            Measurement measurement, HistoryVectors.Report report, int files, int resumed, double processorSeconds) {

        /** The keys of the command's JSON, in order. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(measurement.json());
            json.put("files", files);
            json.put("matches", report.matches());
            json.put("vectors", report.vectors());
            json.put("resumed_vectors", resumed);
            json.put("repeated_vectors", report.repeated());
            json.put("seconds", Math.round(report.seconds() * 10) / 10.0);
            json.put("processor_seconds", Math.round(processorSeconds * 10) / 10.0);
            return json;
        }
    }

    private static final double GOAL = 3_000;

    private FeaturesBenchmark() {}

    /**
     * Measures.
     *
     * @param kafka of a namespace of its own
     * @param threads how many associations run side by side
     * @throws IOException where a file cannot be read
     */
    public static Result run(
            List<Path> files, HistoryReader reader, KafkaSettings kafka, int threads, HistoryVectors.Progress progress)
            throws IOException, InterruptedException {
        TopicAdmin.createAll(kafka);
        double reading = reading(files, reader, threads);
        try (VectorTopic topic = new VectorTopic(kafka)) {
            Set<String> stored = topic.stored();
            long began = System.nanoTime();
            double before = processorSeconds();
            HistoryVectors.Report made =
                    new HistoryVectors(reader, kafka.registry(), threads, progress).run(files, stored, topic::store);
            topic.flush();
            double seconds = (System.nanoTime() - began) / 1e9;
            HistoryVectors.Report report =
                    new HistoryVectors.Report(made.matches(), made.vectors(), made.repeated(), seconds);
            return new Result(
                    new Measurement(
                            "features",
                            made.matches() / seconds,
                            "matches a second",
                            made.matches() / reading,
                            "reading the same files alone",
                            GOAL),
                    report,
                    files.size(),
                    stored.size(),
                    processorSeconds() - before);
        }
    }

    private static double processorSeconds() {
        return Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                ProcessHandle.current().descendants())
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private static double reading(List<Path> files, HistoryReader reader, int threads)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<Future<Integer>> reads = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            files.forEach(file ->
                    reads.add(workers.submit(() -> reader.read(file).rows().size())));
            for (Future<Integer> read : reads) {
                read.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a file cannot be read: " + e.getCause(), e.getCause());
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
