package io.touchline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: they start, keep what they were given, and leave nothing behind. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class EmbeddedPlatformIT {

    private static final Path ARCHIVE =
            Path.of("target/registry/apicurio-registry.tar.gz").toAbsolutePath();
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final String SCHEMA = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Kept\\",\\"fields\\":[]}"}""";

    @TempDir
    Path home;

    @Test
    void keepsDataAndSchemaIds_acrossRestart_andLeavesNoProcess() throws Exception {
        List<ProcessHandle> children;
        String id;
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(PlatformSettings.anyPorts(home, ARCHIVE), line -> {})) {
            PlatformAddresses addresses = platform.addresses();
            id = register(addresses, "kept-value");
            produce(addresses, "kept", "a record of the first run");
            sql(addresses, "create table kept (word text)", "insert into kept values ('a row of the first run')");
            children = platform.processes();
            // Postgres has children that come and go
            assertThat(children).filteredOn(PidFile::isRunning).hasSizeGreaterThanOrEqualTo(4);
            assertThat(AddressFile.of(home).find()).contains(addresses);

            assertThatThrownBy(() -> EmbeddedPlatform.start(PlatformSettings.anyPorts(home, ARCHIVE), line -> {}))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("another touchline (process "
                            + ProcessHandle.current().pid() + ") is running");
        }
        assertThat(children).noneMatch(PidFile::isRunning);
        assertThat(AddressFile.of(home).find()).isEmpty();

        try (EmbeddedPlatform platform = EmbeddedPlatform.start(PlatformSettings.anyPorts(home, ARCHIVE), line -> {})) {
            PlatformAddresses addresses = platform.addresses();
            assertThat(register(addresses, "kept-value")).isEqualTo(id);
            assertThat(register(addresses, "other-value")).isEqualTo(id);
            assertThat(consume(addresses, "kept")).containsExactly("a record of the first run");
            assertThat(words(addresses)).containsExactly("a row of the first run");
        }
    }

    @Test
    void childrenEnd_whenTheirParentIsKilled_andTheNextStartWorks() throws Exception {
        Path log = home.resolve("host.log");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Host.class.getName(),
                        home.toString(),
                        ARCHIVE.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        List<ProcessHandle> children = new ArrayList<>();
        try {
            String line = Await.until(
                    "the other process' children",
                    PlatformSettings.DEFAULT_PATIENCE,
                    () -> lastLine(log),
                    text -> text.startsWith("children "));
            for (String pid : line.substring("children ".length()).split(" ")) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(children::add);
            }
            assertThat(children).hasSizeGreaterThanOrEqualTo(2).allMatch(PidFile::isRunning);
        } finally {
            host.destroyForcibly();
            assertThat(host.waitFor(ASK.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        Await.until("the end of the children", () -> children.stream().noneMatch(PidFile::isRunning));

        PlatformSettings again = PlatformSettings.anyPorts(home, ARCHIVE).with(Set.of(EmbeddedPart.POSTGRES));
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(again, line -> {})) {
            assertThat(platform.processes()).isNotEmpty().allMatch(PidFile::isRunning);
        }
    }

    /** Another process that starts parts and waits to be killed. */
    static final class Host {
        public static void main(String[] arguments) throws Exception {
            PlatformSettings settings = PlatformSettings.anyPorts(Path.of(arguments[0]), Path.of(arguments[1]))
                    .with(EnumSet.of(EmbeddedPart.REDIS, EmbeddedPart.POSTGRES));
            EmbeddedPlatform platform = EmbeddedPlatform.start(settings, line -> {});
            StringBuilder line = new StringBuilder("children");
            platform.processes().forEach(process -> line.append(' ').append(process.pid()));
            System.out.println(line);
            TimeUnit.MINUTES.sleep(10);
        }
    }

    private static String lastLine(Path log) {
        try (BufferedReader reader = Files.newBufferedReader(log)) {
            return reader.lines().reduce((first, second) -> second).orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static String register(PlatformAddresses addresses, String subject) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(addresses.registryUrl() + "/subjects/" + subject + "/versions"))
                .timeout(ASK)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ASK).build()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static void produce(PlatformAddresses addresses, String topic, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", addresses.bootstrap());
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(ASK.toSeconds(), TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            // event time of years to come: a fast demo runs ahead of the machine's clock
            long ahead = System.currentTimeMillis() + Duration.ofDays(400).toMillis();
            producer.send(new ProducerRecord<>(topic, 0, ahead, "key", value)).get(ASK.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(PlatformAddresses addresses, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", addresses.bootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            return Await.until(
                    "the kept record",
                    () -> {
                        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                            values.add(record.value());
                        }
                        return values;
                    },
                    found -> !found.isEmpty());
        }
    }

    private static void sql(PlatformAddresses addresses, String... statements) throws Exception {
        try (Connection connection = connect(addresses);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> words(PlatformAddresses addresses) throws Exception {
        List<String> words = new ArrayList<>();
        try (Connection connection = connect(addresses);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select word from kept")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static Connection connect(PlatformAddresses addresses) throws Exception {
        return DriverManager.getConnection(
                addresses.postgresUrl() + "?connectTimeout=30&socketTimeout=60",
                addresses.postgresUser(),
                addresses.postgresPassword());
    }
}
