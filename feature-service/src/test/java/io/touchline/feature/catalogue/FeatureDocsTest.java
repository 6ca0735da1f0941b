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

    @Test
    void thePageIsThatOfTheCatalogue() throws IOException {
        String page = page(FeatureCatalogue.shipped());
        if (Boolean.getBoolean("features.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("run with -Dfeatures.write=true").isEqualTo(page);
    }

    private static String page(FeatureCatalogue catalogue) {
        Map<String, List<Feature>> groups = catalogue.features().stream()
                .collect(Collectors.groupingBy(Feature::group, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Features

                Made from `schemas/src/main/resources/io/touchline/schema/features.csv`; do not edit. Version %d, %d features, in the order of a vector's values.
                How they are kept up to date, and in how many bytes, is in [feature-state.md](feature-state.md).

                | group | features |
                |---|---|
                """.formatted(catalogue.version(), catalogue.size()));
        groups.forEach(
                (group, features) -> page.append("| [%s](#%s) | %d |\n".formatted(group, group, features.size())));
        groups.forEach((group, features) -> {
            page.append(
                    "\n## %s\n\n| # | name | what it is | unit | window | source | unknown (NaN) |\n|---|---|---|---|---|---|---|\n"
                            .formatted(group));
            for (Feature feature : features) {
                page.append("| %d | `%s` | %s | %s | %s | `%s` | %s |\n"
                        .formatted(
                                FeatureCatalogue.position(feature.name()),
                                feature.name(),
                                feature.description(),
                                feature.unit(),
                                feature.window(),
                                feature.source(),
                                feature.meaningOfNan()));
            }
        });
        return page.toString();
    }
}
