package io.touchline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** {@code docs/topics.md} is written from {@link Topics} and the records' own field docs; {@code -Dtouchline.rewrite-docs=true} writes it anew. */
class TopicsPageTest {

    private static final Path PAGE = Path.of("../docs/topics.md");

    @Test
    void pageIsWhatTopicsAndRecordsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("touchline.rewrite-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/topics.md; write it anew with ./mvnw -pl schemas test -Dtest=TopicsPageTest -Dtouchline.rewrite-docs=true")
                .isEqualToNormalizingNewlines(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Topics

                Written from `Topics` and the field docs of `schemas/src/main/avro/touchline.avdl` by `TopicsPageTest`; change those, not this page:
                `./mvnw -pl schemas test -Dtest=TopicsPageTest -Dtouchline.rewrite-docs=true`.

                Every record travels in the Confluent wire format (byte `0`, four bytes schema id, Avro body) under the subject `<topic>-value`, with
                `BACKWARD_TRANSITIVE` compatibility. A record's timestamp is its event time. All topics have the same number of partitions (`touchline.kafka.partitions`,
                6 by default). A retention counts from the record's timestamp and holds in live state alone; a replay's topics (`replay-7f3a.live_odds`) keep everything until
                they are removed as a whole.

                | topic | key | value | cleanup | kept |
                |---|---|---|---|---|
                """);
        Set<Schema> records = new LinkedHashSet<>();
        for (Topic<?> topic : Topics.list()) {
            page.append("| `%s` | %s | [`%s`](#%s) | %s | %s |%n"
                    .formatted(
                            topic.name(),
                            cell(topic.key()),
                            topic.schema().getName(),
                            topic.schema().getName().toLowerCase(java.util.Locale.ROOT),
                            topic.cleanup().policy().replace(",", "+"),
                            topic.retention().isZero()
                                    ? "latest by key"
                                    : topic.retention().toDays() + " days"));
            collect(topic.schema(), records);
        }
        for (Schema record : records) {
            page.append("%n## %s%n%n%s%n%n| field | type | default | meaning |%n|---|---|---|---|%n"
                    .formatted(record.getName(), cell(record.getDoc())));
            for (Schema.Field field : record.getFields()) {
                assertThat(field.doc())
                        .as(record.getName() + "." + field.name())
                        .isNotBlank();
                page.append("| `%s` | %s | %s | %s |%n"
                        .formatted(field.name(), type(field.schema()), defaultOf(field), cell(field.doc())));
            }
        }
        return page.toString();
    }

    /** The record and those in it, breadth first. */
    private static void collect(Schema root, Set<Schema> records) {
        Deque<Schema> open = new ArrayDeque<>(Set.of(root));
        while (!open.isEmpty()) {
            Schema next = open.remove();
            switch (next.getType()) {
                case RECORD -> {
                    if (records.add(next)) {
                        next.getFields().forEach(field -> open.add(field.schema()));
                    }
                }
                case ARRAY -> open.add(next.getElementType());
                case MAP -> open.add(next.getValueType());
                case UNION -> open.addAll(next.getTypes());
                default -> {}
            }
        }
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                "[`%s`](#%s)".formatted(schema.getName(), schema.getName().toLowerCase(java.util.Locale.ROOT));
            case ARRAY -> "array of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            case UNION -> schema.getTypes().stream().map(TopicsPageTest::type).collect(Collectors.joining(" or "));
            default ->
                schema.getLogicalType() == null
                        ? schema.getName()
                        : schema.getName() + " (" + schema.getLogicalType().getName() + ")";
        };
    }

    private static String defaultOf(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return "";
        }
        Object value = field.defaultVal();
        return value == org.apache.avro.JsonProperties.NULL_VALUE ? "null" : "`" + Objects.toString(value) + "`";
    }

    private static String cell(String doc) {
        return doc.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }
}
