package io.touchline.feature.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/features.md} is made from the catalogue; {@code -Dfeatures.write=true} makes it anew. */
class FeatureDocsTest {

    private static final Path PAGE = Path.of("../docs/features.md");

    /** Written by {@code ./touchline features coverage --dir DIR --xg XG --transfers TRANSFERS -l E0 --from 2018-08-01 --to 2023-07-31 --out docs/feature-coverage.csv}. */
    private static final Path COVERAGE = Path.of("../docs/feature-coverage.csv");

    @Test
    void thePageIsThatOfTheCatalogue() throws IOException {
        String page = page(FeatureCatalogue.shipped());
        if (Boolean.getBoolean("features.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("run with -Dfeatures.write=true").isEqualTo(page);
    }

    /** Share of vectors that know a feature, by its name, then by cut-off. */
    private static Map<String, Map<String, String>> coverage(List<String> lines) {
        List<String> columns = List.of(lines.get(1).split(";"));
        Map<String, Map<String, String>> coverage = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(";");
            Map<String, String> shares = new LinkedHashMap<>();
            for (int at = 1; at < cells.length; at++) {
                long permille = Math.round(Double.parseDouble(cells[at]) * 1_000);
                shares.put(columns.get(at), "%d.%d %%".formatted(permille / 10, permille % 10));
            }
            coverage.put(cells[0], shares);
        }
        return coverage;
    }

    private static String page(FeatureCatalogue catalogue) throws IOException {
        List<String> measured = Files.readAllLines(COVERAGE);
        Map<String, Map<String, String>> coverage = coverage(measured);
        Map<String, List<Feature>> groups = catalogue.features().stream()
                .collect(Collectors.groupingBy(Feature::group, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Features

                Made from `schemas/src/main/resources/io/touchline/schema/features.csv`; do not edit. Version %d, %d features, in the order of a vector's values.
                How they are kept up to date, and in how many bytes, is in [feature-state.md](feature-state.md).

                The last two columns say in how many of the first (`OPENING`) and of the last (`CLOSING`) vectors each is known with the files of football-data.co.uk, of expected goals and of transfers:
                %s. What those files do not hold (values and absences of players, weather, possession, prices of an hour before, the match itself) is unknown there, never made up. Made anew with
                `./touchline features coverage --dir DIR --xg XG --transfers TRANSFERS -l E0 --from 2018-08-01 --to 2023-07-31 --out docs/feature-coverage.csv`.

                | group | features |
                |---|---|
                """.formatted(
                catalogue.version(), catalogue.size(), measured.getFirst().substring(2)));
        groups.forEach(
                (group, features) -> page.append("| [%s](#%s) | %d |\n".formatted(group, group, features.size())));
        groups.forEach((group, features) -> {
            page.append(
                    "\n## %s\n\n| # | name | what it is | unit | window | source | unknown (NaN) | known at opening | at close |\n|---|---|---|---|---|---|---|---|---|\n"
                            .formatted(group));
            for (Feature feature : features) {
                page.append("| %d | `%s` | %s | %s | %s | `%s` | %s | %s | %s |\n"
                        .formatted(
                                FeatureCatalogue.position(feature.name()),
                                feature.name(),
                                feature.description(),
                                feature.unit(),
                                feature.window(),
                                feature.source(),
                                feature.meaningOfNan(),
                                coverage.getOrDefault(feature.name(), Map.of()).getOrDefault("OPENING", "not measured"),
                                coverage.getOrDefault(feature.name(), Map.of())
                                        .getOrDefault("CLOSING", "not measured")));
            }
        });
        return page.toString();
    }
}
