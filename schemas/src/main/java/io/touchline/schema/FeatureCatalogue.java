package io.touchline.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * The features by name, read from {@code features.csv} beside this class. The file is the one place that names a feature: the order of its lines is the order of a
 * vector's values; the first line {@code # version N} is the catalogue's version and changes whenever lines are added, removed or moved.
 *
 * @param version of the file
 * @param features in the order of a vector's values
 */
@NullMarked
public record FeatureCatalogue(int version, List<Feature> features) {

    /**
     * One feature: a line of the file.
     *
     * @param name lower_snake_case, unique
     * @param group form, xg, fatigue, home_advantage, momentum, market, head_to_head, squad, weather, elo, tactical, scoring, defensive, set_pieces or in_play
     * @param unit such as points, goals, days, probability
     * @param window over what it is taken, such as last 5 matches
     * @param side home, away, difference or match
     * @param source the topic it comes from
     * @param meaningOfNan when it is unknown
     * @param description what it is, for people
     */
    public record Feature(
            String name,
            String group,
            String unit,
            String window,
            String side,
            String source,
            String meaningOfNan,
            String description) {}

    private static final FeatureCatalogue SHIPPED = read();
    private static final Map<String, Integer> POSITIONS = positions(SHIPPED.features);

    /** The catalogue of this version of Touchline. */
    public static FeatureCatalogue shipped() {
        return SHIPPED;
    }

    /** How many values a vector has. */
    public int size() {
        return features.size();
    }

    /**
     * Where a feature stands in a vector of the shipped catalogue.
     *
     * @throws IllegalArgumentException where there is no feature of this name
     */
    public static int position(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no feature is named " + name));
    }

    /** Where a feature stands in a vector of the shipped catalogue; empty where there is none of this name. */
    public static Optional<Integer> find(String name) {
        return Optional.ofNullable(POSITIONS.get(name));
    }

    /** A feature's value in a vector; NaN where it is unknown, or where the vector is of another version of the catalogue. */
    public static float value(FeatureVector vector, String name) {
        List<Float> values = vector.getValues();
        int at = position(name);
        return vector.getCatalogueVersion() == SHIPPED.version && at < values.size() ? values.get(at) : Float.NaN;
    }

    private static Map<String, Integer> positions(List<Feature> features) {
        Map<String, Integer> positions = new HashMap<>();
        for (int at = 0; at < features.size(); at++) {
            if (positions.put(features.get(at).name(), at) != null) {
                throw new IllegalStateException(
                        "features.csv names " + features.get(at).name() + " twice");
            }
        }
        return Map.copyOf(positions);
    }

    private static FeatureCatalogue read() {
        try (InputStream in = FeatureCatalogue.class.getResourceAsStream("features.csv")) {
            if (in == null) {
                throw new IllegalStateException("features.csv is missing from the jar");
            }
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n", -1);
            int version = Integer.parseInt(lines[0].replace("# version", "").strip());
            List<Feature> features = new ArrayList<>();
            for (int line = 2; line < lines.length; line++) {
                String[] cells = lines[line].split(";", -1);
                if (cells.length != 8) {
                    throw new IllegalStateException(
                            "features.csv line %d has %d cells where 8 belong".formatted(line + 1, cells.length));
                }
                features.add(new Feature(
                        cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7].strip()));
            }
            return new FeatureCatalogue(version, List.copyOf(features));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
