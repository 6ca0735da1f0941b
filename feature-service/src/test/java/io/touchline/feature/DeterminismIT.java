package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.MadeLeague.Event;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.testkit.Await;
import io.touchline.testkit.StreamsRest;
import io.touchline.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** One input gives the same bytes over 1, 2 and 6 partitions and 1 and 2 instances, also when an instance is killed in the middle; repeats are the same bytes again. */
class DeterminismIT {

    private final TestBroker broker = TestBroker.shared();
    private final List<Event> events = new MadeLeague(21, 4, 1)
            .events().stream()
                    .filter(event -> event.at().isBefore(Instant.parse("2015-08-30T00:00:00Z")))
                    .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    @Timeout(170)
    void partitionsAndInstances_doNotShow(int partitions, int instances) {
        KafkaSettings kafka = settings("even-%d-%d.".formatted(partitions, instances), partitions);
        List<ConfigurableApplicationContext> services = new ArrayList<>();
        try (RecordSender sender = new RecordSender(kafka);
                StreamsRest rest = ServiceRun.rest(kafka);
                var vectors = TestBroker.tail(kafka, Topics.FEATURE_VECTORS)) {
            IntStream.range(0, instances)
                    .forEach(i -> services.add(
                            ServiceRun.service(kafka, broker.registry(), folder.resolve("instance-" + i))));
            for (List<Event> moment : steps()) {
                ServiceRun.send(sender, moment);
                rest.await();
            }
            assertThat(bytes(kafka, vectors.await(expected().size()))).isEqualTo(expected());
        } finally {
            services.forEach(ConfigurableApplicationContext::close);
        }
    }

    /** An instance of its own process is killed by the system, not stopped, while records are on their way; the other goes on. */
    @Test
    @Timeout(280)
    void anInstanceKilledInTheMiddle_doesNotShow() throws IOException, InterruptedException {
        KafkaSettings kafka = settings("killed.", 6);
        List<List<Event>> moments = steps();
        Process child = child(kafka);
        try (RecordSender sender = new RecordSender(kafka);
                StreamsRest rest = ServiceRun.rest(kafka);
                var vectors = TestBroker.tail(kafka, Topics.FEATURE_VECTORS)) {
            for (List<Event> moment : moments.subList(0, moments.size() / 2)) {
                ServiceRun.send(sender, moment);
                rest.await();
            }
            assertThat(child.isAlive()).as("the child did all the work so far").isTrue();
            try (ConfigurableApplicationContext other =
                    ServiceRun.service(kafka, broker.registry(), folder.resolve("other"))) {
                ServiceRun.send(sender, moments.get(moments.size() / 2));
                child.destroyForcibly();
                assertThat(child.waitFor()).as("killed").isEqualTo(137);
                rest.await();
                for (List<Event> moment : moments.subList(moments.size() / 2 + 1, moments.size())) {
                    ServiceRun.send(sender, moment);
                    rest.await();
                }
                Await.until(
                        "all vectors",
                        () -> bytes(kafka, vectors.values()).size()
                                >= expected().size());
                assertThat(bytes(kafka, vectors.values())).isEqualTo(expected());
                assertThat(other.isActive()).isTrue();
            }
        } finally {
            child.destroyForcibly();
        }
    }

    /** Runs the service alone until it is killed: bootstrap, namespace, partitions, data folder, file of schemas. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<org.apache.avro.Schema> schemas = Files.readAllLines(Path.of(arguments[4])).stream()
                .map(text -> new org.apache.avro.Schema.Parser().parse(text))
                .toList();
        io.touchline.schema.serde.MemorySchemaRegistry registry = new io.touchline.schema.serde.MemorySchemaRegistry();
        // in the parent's order, so that both give the same ids
        schemas.forEach(schema -> registry.register("any", schema));
        KafkaSettings kafka = new KafkaSettings(
                arguments[0], registry, new Namespace(arguments[1]), Integer.parseInt(arguments[2]), (short) 1);
        ServiceRun.service(kafka, registry, Path.of(arguments[3]));
        Thread.currentThread().join();
    }

    private Process child(KafkaSettings kafka) throws IOException {
        Path schemas = folder.resolve("schemas");
        Files.write(schemas, schemas(broker.registry()));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeterminismIT.class.getName(),
                        kafka.bootstrap(),
                        kafka.namespace().prefix(),
                        String.valueOf(kafka.partitions()),
                        folder.resolve("child").toString(),
                        schemas.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    /** All schemas of a registry by their ids from 1 on, every topic's among them. */
    private static List<String> schemas(SchemaRegistry registry) {
        int last = 0;
        for (Topic<?> topic : Topics.list()) {
            last = Math.max(last, registry.register(topic.subject(), topic.schema()));
        }
        return IntStream.rangeClosed(1, last)
                .mapToObj(id -> registry.schema(id).toString())
                .toList();
    }

    private KafkaSettings settings(String namespace, int partitions) {
        KafkaSettings kafka = new KafkaSettings(
                broker.bootstrap(), broker.registry(), new Namespace(namespace), partitions, (short) 1);
        TopicAdmin.createAll(kafka);
        return kafka;
    }

    /** Results decide what the prices after them are joined with, so each run of results is a step of its own; within a step everything is on its way at once. */
    private List<List<Event>> steps() {
        List<List<Event>> steps = new ArrayList<>();
        boolean results = false;
        for (Event event : events) {
            boolean result = event.value() instanceof MatchResult;
            if (steps.isEmpty() || result != results) {
                steps.add(new ArrayList<>());
                results = result;
            }
            steps.getLast().add(event);
        }
        return steps;
    }

    /** What one thread without a broker makes of it. */
    private Map<String, String> expected() {
        try (Pipeline pipeline = new Pipeline().publish(events)) {
            Map<String, String> expected = new TreeMap<>();
            pipeline.vectors.forEach(
                    vector -> expected.put(key(vector), HexFormat.of().formatHex(body(pipeline.bytes(vector)))));
            assertThat(expected).hasSizeGreaterThanOrEqualTo(12);
            return expected;
        }
    }

    private static Map<String, String> bytes(KafkaSettings kafka, List<FeatureVector> vectors) {
        Map<String, String> bytes = new TreeMap<>();
        for (FeatureVector vector : vectors) {
            String now = HexFormat.of()
                    .formatHex(body(kafka.serde(Topics.FEATURE_VECTORS).bytes(vector)));
            String before = bytes.put(key(vector), now);
            assertThat(before == null || before.equals(now))
                    .as("a repeat of %s is the same bytes", key(vector))
                    .isTrue();
        }
        return bytes;
    }

    /** Without the registry's id, which depends on who registered first. */
    private static byte[] body(byte[] bytes) {
        return java.util.Arrays.copyOfRange(bytes, 5, bytes.length);
    }

    private static String key(FeatureVector vector) {
        return vector.getFixtureId() + "|" + vector.getCutoff() + "|" + vector.getAsOf();
    }
}
