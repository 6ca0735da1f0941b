package io.touchline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.standalone.service.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The container files can be read and name only what exists; they are not run here. */
class DeployFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(String file) throws Exception {
        return (Map<String, Object>) new Yaml().load(Files.readString(ROOT.resolve(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws Exception {
        return (Map<String, Map<String, Object>>) yaml("docker-compose.yml").get("services");
    }

    private static String module(Stage stage) {
        return stage == Stage.GATEWAY ? "gateway" : stage.word() + "-service";
    }

    @Test
    void composeHasTheSixServicesAndWhatTheyNeed() throws Exception {
        assertThat(services().keySet())
                .containsAll(
                        Stream.of(Stage.values()).map(DeployFilesTest::module).toList())
                .contains("kafka", "registry", "postgres", "redis", "prometheus", "grafana");
    }

    @Test
    void everyServiceIsBuiltFromItsOwnModule() throws Exception {
        for (Stage stage : Stage.values()) {
            String module = module(stage);
            assertThat(services().get(module).get("build"))
                    .isEqualTo(Map.of(
                            "context", ".", "dockerfile", "deploy/Dockerfile", "args", Map.of("SERVICE", module)));
            assertThat(ROOT.resolve(module).resolve("pom.xml")).exists();
        }
        assertThat(ROOT.resolve("deploy/Dockerfile")).exists();
    }

    @Test
    void whatPrometheusAsks_isAServiceOfTheComposeFile_onItsOwnPort() throws Exception {
        String asked = Files.readString(ROOT.resolve("deploy/prometheus/prometheus.yml"));
        for (Stage stage : Stage.values()) {
            if (stage == Stage.GATEWAY) {
                assertThat(asked).contains("gateway:8080");
                continue;
            }
            String type = stage.word().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + stage.word().substring(1) + "Application.java";
            String source = Files.readString(ROOT.resolve(module(stage))
                    .resolve("src/main/java/io/touchline")
                    .resolve(stage.word())
                    .resolve(type));
            String port = source.replaceAll("(?s).*\"server.port\", \"([0-9]+)\".*", "$1");
            assertThat(asked).contains(module(stage) + ":" + port);
        }
    }

    @Test
    void dashboardsAndProvisioningCanBeRead() throws Exception {
        assertThat(yaml("deploy/grafana/provisioning/datasources/prometheus.yml"))
                .containsKey("datasources");
        assertThat(yaml("deploy/grafana/provisioning/dashboards/touchline.yml")).containsKey("providers");
        JsonNode dashboard = JsonMapper.builder()
                .build()
                .readTree(Files.readString(ROOT.resolve("deploy/grafana/dashboards/system-health.json")));
        assertThat(dashboard.get("title").asString()).isEqualTo("System Health");
        assertThat(List.of(dashboard.get("panels").get(0).get("title").asString()))
                .containsExactly("Heap used");
    }
}
