package io.touchline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The build's compatibility check: {@code src/main/avro/released/<topic>/<n>.avsc} holds every version of a topic's schema that ever ran, and today's must read them all
 * (BACKWARD_TRANSITIVE). A changed schema is added as the next number with {@code -Dschema.release=true}; a file there is never edited.
 */
class SchemaFilesTest {

    private static final Path RELEASED = Path.of("src/main/avro/released");

    @TestFactory
    Stream<DynamicTest> todaysSchemaReadsEveryReleasedOne() {
        return Topics.list().stream()
                .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> {
                    List<Schema> released = released(topic);
                    if (Boolean.getBoolean("schema.release")
                            && (released.isEmpty() || !released.getLast().equals(topic.schema()))) {
                        Path file = RELEASED.resolve(topic.name()).resolve((released.size() + 1) + ".avsc");
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, topic.schema().toString(true) + "\n");
                        released = released(topic);
                    }
                    SchemaValidator validator =
                            new SchemaValidatorBuilder().canReadStrategy().validateAll();
                    validator.validate(topic.schema(), released.reversed());
                    assertThat(released)
                            .as("run with -Dschema.release=true to add today's version")
                            .isNotEmpty();
                    assertThat(released.getLast())
                            .as(
                                    "today's schema of %s is not among the released ones; run with -Dschema.release=true",
                                    topic)
                            .isEqualTo(topic.schema());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldSaysWhatItIs_andWhatNullMeans() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Topic<?> topic : Topics.list()) {
            tests.add(DynamicTest.dynamicTest(topic.name(), () -> {
                List<String> faults = new ArrayList<>();
                check(topic.schema(), faults);
                assertThat(faults).isEmpty();
            }));
        }
        return tests.stream();
    }

    private static void check(Schema schema, List<String> faults) {
        switch (schema.getType()) {
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    String name = schema.getName() + "." + field.name();
                    if (field.doc() == null || field.doc().length() < 5) {
                        faults.add(name + " has no doc");
                    } else if (field.schema().isNullable() && !field.doc().contains("null")) {
                        faults.add(name + " does not say what null means");
                    }
                    check(field.schema(), faults);
                }
            }
            case ARRAY -> check(schema.getElementType(), faults);
            case UNION -> schema.getTypes().forEach(type -> check(type, faults));
            default -> {}
        }
    }

    private static List<Schema> released(Topic<?> topic) throws IOException {
        Path folder = RELEASED.resolve(topic.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(file ->
                            Integer.parseInt(file.getFileName().toString().replace(".avsc", ""))))
                    .map(SchemaFilesTest::parse)
                    .toList();
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
