package io.touchline.standalone.embedded;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * Apache Kafka, one node that is broker and controller (KRaft), as a child process with Kafka's own main class.
 *
 * <p>Its data stay under {@code kafka/data}; the ports may differ from start to start.
 */
final class EmbeddedKafka implements Part {

    private static final String NAME = "kafka";
    private static final int ASK_MILLIS = 5_000;

    private final HomeFolder home;
    private final int port;
    private final int controllerPort;
    private final Duration wait;
    private @Nullable ChildProcess child;

    EmbeddedKafka(HomeFolder home, int port, int controllerPort, Duration wait) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
        this.wait = wait;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        Path data = home.folder("kafka/data");
        Path settings = writeSettings(data);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(settings);
        }
        ChildProcess started = ChildProcess.start(home, NAME, command(settings), Map.of());
        child = started;
        Readiness.await(NAME, port, started.log(), wait, () -> started.mustBeAlive(port), this::answers);
    }

    private boolean answers() throws Exception {
        if (!Readiness.listens(port)) {
            return false;
        }
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ASK_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASK_MILLIS);
        try (Admin admin = Admin.create(config)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(2L * ASK_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        }
    }

    private static List<String> command(Path settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=128m",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=io/touchline/standalone/embedded/kafka-logback.xml",
                "-cp",
                classPath(),
                "kafka.Kafka",
                settings.toString());
    }

    /** Ours, absolute: the child works in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path writeSettings(Path data) {
        String settings = """
                # written at every start; changes are lost
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.network.threads=2
                num.io.threads=4
                num.partitions=6
                # one node: nothing to replicate to, and few partitions start and move faster
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=6
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                # record timestamps are event time: a replay or a fast demo runs far behind or ahead of this machine's clock
                log.message.timestamp.before.max.ms=9223372036854775807
                log.message.timestamp.after.max.ms=9223372036854775807
                log.cleaner.dedupe.buffer.size=16777216
                log.segment.bytes=134217728
                """.formatted(port, controllerPort, data);
        Path file = home.folder(NAME).resolve("server.properties");
        try {
            return Files.writeString(file, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            code = StorageTool.execute(
                    new String[] {
                        "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()
                    },
                    out);
        }
        if (code != 0) {
            throw new PlatformFailure("cannot format kafka's storage: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return child == null ? List.of() : List.of(child.handle());
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
