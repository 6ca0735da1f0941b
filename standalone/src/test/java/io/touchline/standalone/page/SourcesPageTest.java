package io.touchline.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import io.touchline.standalone.replay.VendorReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/sources.md} is written from the sources' descriptors; {@code -Dtouchline.rewrite-docs=true} writes it anew. */
class SourcesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "sources.md");
    private static final String BEGIN = "<!-- sources -->\n";
    private static final String END = "<!-- /sources -->\n";
    private static final Duration NEVER = Duration.ofDays(3650);

    @Test
    void tableIsWhatTheDescriptorsSay() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String wanted = page.substring(0, begin) + table() + page.substring(end);
        if (Boolean.getBoolean("touchline.rewrite-docs")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/sources.md; write it anew with ./mvnw -pl standalone -am test -Dtest=SourcesPageTest -Dtouchline.rewrite-docs=true")
                .isEqualToNormalizingNewlines(wanted);
    }

    @Test
    void everySourceHasItsPage() {
        for (SourceDescriptor source :
                VendorReplay.vendors().values().stream().map(Vendor::descriptor).toList()) {
            assertThat(PAGE.resolveSibling("sources").resolve(source.name() + ".md"))
                    .as("page of " + source.title())
                    .exists();
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder(
                "| source | gives | how often | limit | switched on by | key and terms | silent after | trust |\n|---|---|---|---|---|---|---|---|\n");
        VendorReplay.vendors().values().stream()
                .map(Vendor::descriptor)
                .forEach(source -> table.append("| [")
                        .append(source.title())
                        .append("](sources/")
                        .append(source.name())
                        .append(".md) `")
                        .append(source.name())
                        .append("` (")
                        .append(String.join(", ", source.sports()).replace('_', ' '))
                        .append(") | ")
                        .append(source.gives())
                        .append(" | ")
                        .append(source.rhythm())
                        .append(" | ")
                        .append(source.limit())
                        .append(" | `")
                        .append(source.setting())
                        .append("` | ")
                        .append(source.terms())
                        .append(" | ")
                        .append(silence(source.staleness()))
                        .append(" | ")
                        .append(source.trust())
                        .append(" |\n"));
        return table.toString();
    }

    private static String silence(Duration staleness) {
        if (staleness.compareTo(NEVER) >= 0) {
            return "never";
        }
        return staleness.toHours() >= 2 ? staleness.toHours() + " h" : staleness.toMinutes() + " min";
    }
}
