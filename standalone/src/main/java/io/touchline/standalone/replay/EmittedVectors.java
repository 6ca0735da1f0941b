package io.touchline.standalone.replay;

import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/** The vectors that the topologies emitted: of each fixture the last one of each cut-off. */
public final class EmittedVectors {

    private static final String MADE_OF = "touchline.madeOf";

    private final Map<String, Map<String, FeatureVector>> byFixture = new HashMap<>();

    /** Takes one; an earlier one of the same fixture and cut-off goes. */
    public void add(FeatureVector vector) {
        byFixture
                .computeIfAbsent(vector.getFixtureId(), id -> new TreeMap<>())
                .merge(
                        vector.getCutoff(),
                        vector,
                        (known, now) -> now.getAsOf().isBefore(known.getAsOf()) ? known : now);
    }

    /** The vectors of a fixture in the order of their cut-offs; empty where it has none. */
    public List<FeatureVector> of(String fixtureId) {
        return new ArrayList<>(byFixture.getOrDefault(fixtureId, Map.of()).values());
    }

    /** How many fixtures have a vector. */
    public int fixtures() {
        return byFixture.size();
    }

    /** Keeps them in a file, so that models can be tried again without another replay: an Avro container with what they were made of in its head. */
    public void write(Path file, String madeOf) throws IOException {
        try (DataFileWriter<FeatureVector> out =
                new DataFileWriter<>(new SpecificDatumWriter<>(Topics.FEATURE_VECTORS.type()))) {
            out.setCodec(CodecFactory.deflateCodec(3));
            out.setMeta(MADE_OF, madeOf);
            out.create(FeatureVector.getClassSchema(), file.toFile());
            for (Map<String, FeatureVector> vectors : new TreeMap<>(byFixture).values()) {
                for (FeatureVector vector : vectors.values()) {
                    out.append(vector);
                }
            }
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalStateException where the file was made of something else
     */
    public static EmittedVectors read(Path file, String madeOf) throws IOException {
        EmittedVectors found = new EmittedVectors();
        try (DataFileReader<FeatureVector> in =
                new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(Topics.FEATURE_VECTORS.type()))) {
            if (!madeOf.equals(in.getMetaString(MADE_OF))) {
                throw new IllegalStateException(
                        "the vectors in %s are of %s, not of %s".formatted(file, in.getMetaString(MADE_OF), madeOf));
            }
            in.forEach(found::add);
        }
        return found;
    }
}
