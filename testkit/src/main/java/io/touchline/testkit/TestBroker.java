package io.touchline.testkit;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.Topic;
import io.touchline.schema.serde.MemorySchemaRegistry;
import io.touchline.schema.serde.SchemaRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker inside the tests' process, one for all tests of a module; every test takes a namespace of its own. The registry is in memory, shared by whoever asks this
 * class: the one over HTTP is tested in {@code schemas} and end to end.
 */
public final class TestBroker {

    private static @Nullable TestBroker shared;
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    private final String bootstrap;
    private final SchemaRegistry registry = new MemorySchemaRegistry();

    private TestBroker(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The module's broker, started at the first call and stopped with the process. */
    public static synchronized TestBroker shared() {
        TestBroker broker = shared;
        if (broker == null) {
            broker = start();
            shared = broker;
        }
        return broker;
    }

    /** host:port. */
    public String bootstrap() {
        return bootstrap;
    }

    /** The registry of everything that uses this broker. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** A fresh namespace with all topics made, with two partitions. */
    public KafkaSettings settings() {
        Namespace namespace = new Namespace("test-" + NAMESPACES.incrementAndGet() + ".");
        KafkaSettings settings = new KafkaSettings(bootstrap, registry, namespace, 2, (short) 1);
        TopicAdmin.createAll(settings);
        return settings;
    }

    /** Everything on a topic from its beginning on, in a list that grows; close the view at the test's end. */
    public static <V extends SpecificRecord> Tail<V> tail(KafkaSettings settings, Topic<V> topic) {
        return new Tail<>(settings, topic);
    }

    /** A growing list of a topic's records. */
    public static final class Tail<V extends SpecificRecord> implements AutoCloseable {

        private final List<Received<V>> records = new CopyOnWriteArrayList<>();
        private final TopicView view;
        private final RecordSender rejected;

        @SuppressWarnings("unchecked")
        private Tail(KafkaSettings settings, Topic<V> topic) {
            rejected = new RecordSender(settings);
            view = new TopicView(
                            "tail-" + topic,
                            settings,
                            List.of(topic),
                            new Rejections(InstantSource.system(), rejection -> {
                                throw new AssertionError("poison on " + topic + ": " + rejection);
                            }),
                            received -> records.add((Received<V>) received))
                    .start();
        }

        /** What has come so far. */
        public List<Received<V>> records() {
            return records;
        }

        /** The values that have come so far, tombstones left out. */
        public List<V> values() {
            List<V> values = new ArrayList<>();
            for (Received<V> record : records) {
                V value = record.value();
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }

        /** Waits until at least so many have come. */
        public List<V> await(int count) {
            return Await.until(count + " records", this::values, values -> values.size() >= count);
        }

        @Override
        public void close() {
            view.close();
            rejected.close();
        }
    }

    private static TestBroker start() {
        try {
            Path folder = Files.createTempDirectory("touchline-broker");
            int port = freePort();
            int controllerPort = freePort();
            Map<String, String> config = new HashMap<>();
            config.put("node.id", "1");
            config.put("process.roles", "broker,controller");
            config.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
            config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
            config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
            config.put("inter.broker.listener.name", "PLAINTEXT");
            config.put("controller.listener.names", "CONTROLLER");
            config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
            config.put("log.dirs", folder.toString());
            config.put("num.partitions", "2");
            config.put("offsets.topic.num.partitions", "2");
            config.put("offsets.topic.replication.factor", "1");
            config.put("transaction.state.log.num.partitions", "2");
            config.put("transaction.state.log.replication.factor", "1");
            config.put("transaction.state.log.min.isr", "1");
            config.put("share.coordinator.state.topic.replication.factor", "1");
            config.put("share.coordinator.state.topic.min.isr", "1");
            config.put("group.initial.rebalance.delay.ms", "0");
            config.put("auto.create.topics.enable", "false");
            config.put("log.cleaner.dedupe.buffer.size", "4194304");
            config.put("num.network.threads", "2");
            config.put("num.io.threads", "2");
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(Collections.singletonList(folder.toString()))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .run();
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
            server.startup();
            return new TestBroker("127.0.0.1:" + port);
        } catch (Exception e) {
            throw new IllegalStateException("the tests' broker does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
