package io.touchline.standalone.command;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.service.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A look at a running pipeline.
 *
 * @param topics sum of the end offsets of each topic of {@link Topics} that exists
 * @param lags records that each consumer group has still to read
 * @param tables rows by {@code schema.table}
 * @param health what the parts say of themselves
 */
record PipelineStatus(
        Map<String, Long> topics, Map<String, Long> lags, Map<String, Long> tables, Map<String, Object> health) {

    private static final Duration ASK = Duration.ofSeconds(10);

    static PipelineStatus look(KafkaSettings kafka, PlatformAddresses addresses, Optional<String> gateway) {
        Map<String, Long> topics = new LinkedHashMap<>();
        Map<String, Long> lags = new TreeMap<>();
        Map<String, Object> health = new LinkedHashMap<>();
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            Set<String> there = admin.names();
            List<String> ours = Topics.list().stream()
                    .map(kafka::name)
                    .filter(there::contains)
                    .toList();
            Map<TopicPartition, Long> ends = ours.isEmpty() ? Map.of() : admin.ends(Set.copyOf(ours));
            for (Topic<?> topic : Topics.list()) {
                String name = kafka.name(topic);
                if (there.contains(name)) {
                    topics.put(name, sumOf(ends, name));
                }
            }
            admin.lags()
                    .forEach((group, parts) -> lags.put(
                            group,
                            parts.values().stream().mapToLong(Long::longValue).sum()));
            health.put("kafka", "up");
        } catch (RuntimeException e) {
            health.put("kafka", "down: " + e.getMessage());
        }
        health.put("registry", answer(addresses.registryUrl() + "/subjects"));
        Map<String, Long> tables = new LinkedHashMap<>();
        try {
            tables.putAll(rowsOf(addresses));
            health.put("postgres", "up");
        } catch (SQLException e) {
            health.put("postgres", "down: " + e.getMessage());
        }
        health.put("gateway", gateway.map(url -> answer(url + "/health")).orElse("not running"));
        return new PipelineStatus(topics, lags, tables, health);
    }

    private static long sumOf(Map<TopicPartition, Long> ends, String topic) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> rowsOf(PlatformAddresses addresses) throws SQLException {
        String schemas =
                Stream.of(Stage.values()).map(stage -> "'" + stage.word() + "'").collect(Collectors.joining(","));
        String question = "select table_schema, table_name from information_schema.tables where table_schema in ("
                + schemas + ") and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by 1, 2";
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) ASK.toSeconds());
            List<String> names = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(question)) {
                while (found.next()) {
                    names.add(found.getString(1) + "." + found.getString(2));
                }
            }
            for (String name : names) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + name)) {
                    count.next();
                    rows.put(name, count.getLong(1));
                }
            }
        }
        return rows;
    }

    /** "up", or what is wrong. */
    private static String answer(String url) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ASK).build()) {
            int status = http.send(
                            HttpRequest.newBuilder(URI.create(url)).timeout(ASK).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200 ? "up" : "answers with status " + status;
        } catch (IOException e) {
            return "down: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("topics", topics);
        map.put("lag", lags);
        map.put("tables", tables);
        map.put("health", health);
        return map;
    }
}
