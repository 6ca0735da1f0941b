package io.touchline.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is written from the properties records and their Javadoc; {@code -Dtouchline.rewrite-docs=true} writes it anew. */
class ConfigurationPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final List<String> ORDER = List.of(
            "platform",
            "ingest-service",
            "odds-service",
            "feature-service",
            "prediction-service",
            "alert-service",
            "gateway");
    private static final Pattern PREFIX = Pattern.compile("@ConfigurationProperties\\(\"([a-z.-]+)\"\\)");
    private static final Pattern RECORD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public )?record (\\w+)\\(",
            Pattern.DOTALL);

    private record Setting(String type, String name, String fallback) {}

    private record Settings(String doc, List<Setting> settings) {}

    @Test
    void pageIsWhatThePropertiesSay() throws IOException {
        String page = page();
        assertThat(page)
                .contains("| `odds.quote.max-age` | `15m` |")
                .contains("| `touchline.kafka.bootstrap` | `localhost:9092` |");
        if (Boolean.getBoolean("touchline.rewrite-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/configuration.md; write it anew with ./mvnw -pl standalone -am test -Dtest=ConfigurationPageTest -Dtouchline.rewrite-docs=true")
                .isEqualToNormalizingNewlines(page);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Configuration

                Written from the properties records of the services and their Javadoc by `ConfigurationPageTest`; change those, not this page:
                `./mvnw -pl standalone -am test -Dtest=ConfigurationPageTest -Dtouchline.rewrite-docs=true`.

                Every setting can come as an argument of a service's jar (`--odds.quote.max-age=2m`), as an environment variable (upper case, dots to underscores,
                dashes left out: `ODDS_QUOTE_MAXAGE=2m`), or from a YAML file (`./touchline up --config FILE`). Durations have a unit (`90s`, `15m`, `7d`), fractions are fractions.
                The command's own options are told by `./touchline COMMAND --help`.
                """);
        for (String module : ORDER) {
            page.append("%n## %s%n".formatted(module));
            for (Path file : properties(module)) {
                append(Files.readString(file), page);
            }
        }
        return page.toString();
    }

    private static List<Path> properties(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Properties.java"))
                    .sorted(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
                    .toList();
        }
    }

    private static void append(String source, StringBuilder page) {
        Matcher prefix = PREFIX.matcher(source);
        if (!prefix.find()) {
            return;
        }
        Matcher outer = RECORD.matcher(source);
        assertThat(outer.find())
                .as("a record with Javadoc for " + prefix.group(1))
                .isTrue();
        page.append("%n%s%n%n| setting | default | meaning |%n|---|---|---|%n".formatted(sentence(outer.group(1))));
        rows(source, outer.group(2), prefix.group(1), page);
    }

    private static void rows(String source, String record, String prefix, StringBuilder page) {
        Settings all = settings(source, record);
        for (Setting setting : all.settings()) {
            String name = prefix + "."
                    + setting.name().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            Matcher map = Pattern.compile("Map<(\\w+), (\\w+)>").matcher(setting.type());
            if (map.matches()) {
                String key = map.group(1).equals("String")
                        ? "<name>"
                        : "<"
                                + map.group(1)
                                        .replaceAll("([a-z])([A-Z])", "$1-$2")
                                        .toLowerCase(Locale.ROOT) + ">";
                if (source.contains("record " + map.group(2) + "(")) {
                    rows(source, map.group(2), name + "." + key, page);
                } else {
                    row(name + "." + key, "", meaning(all.doc(), setting.name()), page);
                }
            } else if (source.contains("record " + setting.type() + "(")) {
                rows(source, setting.type(), name, page);
            } else {
                row(name, setting.fallback(), meaning(all.doc(), setting.name()), page);
            }
        }
    }

    private static void row(String name, String fallback, String meaning, StringBuilder page) {
        assertThat(meaning).as("Javadoc of " + name).isNotBlank();
        page.append("| `%s` | %s | %s |%n".formatted(name, fallback.isEmpty() ? "" : "`" + fallback + "`", meaning));
    }

    private static Settings settings(String source, String record) {
        Matcher matcher = RECORD.matcher(source);
        while (matcher.find()) {
            if (matcher.group(2).equals(record)) {
                return new Settings(matcher.group(1), components(source, matcher.end()));
            }
        }
        throw new AssertionError("no record " + record + " with Javadoc");
    }

    private static List<Setting> components(String source, int from) {
        List<Setting> all = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = from;
        for (int at = from; ; at++) {
            char letter = source.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            }
            if (quoted) {
                continue;
            }
            if (depth == 0 && (letter == ',' || letter == ')')) {
                String text = source.substring(start, at).strip();
                if (!text.isEmpty()) {
                    all.add(component(text));
                }
                start = at + 1;
                if (letter == ')') {
                    return all;
                }
            } else if ("({<".indexOf(letter) >= 0) {
                depth++;
            } else if (")}>".indexOf(letter) >= 0) {
                depth--;
            }
        }
    }

    private static Setting component(String text) {
        String rest = text;
        String fallback = "";
        Matcher given = Pattern.compile("@DefaultValue(?:\\((.*?)\\))?\\s").matcher(text);
        if (given.find()) {
            fallback = given.group(1) == null ? "" : given.group(1).replaceAll("[\"{}]", "");
            rest = text.substring(given.end());
        }
        rest = rest.replace("@Nullable", "").strip();
        int cut = rest.lastIndexOf(' ');
        return new Setting(rest.substring(0, cut).strip(), rest.substring(cut + 1), fallback);
    }

    private static String meaning(String doc, String name) {
        Matcher param = Pattern.compile("@param " + name + "\\s+((?:(?!@param).)*)", Pattern.DOTALL)
                .matcher(doc);
        return param.find() ? clean(param.group(1)) : "";
    }

    /** What stands before the first parameter. */
    private static String sentence(String doc) {
        int end = doc.indexOf("@param");
        return clean(end < 0 ? doc : doc.substring(0, end));
    }

    private static String clean(String doc) {
        return doc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^} ]*)[^}]*}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .replace("*", "")
                .strip();
    }
}
