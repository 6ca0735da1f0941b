package io.touchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewayPropertiesTest {

    private static GatewayProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("gateway", GatewayProperties.class);
    }

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new GatewayProperties(
                        "0.0.0.0",
                        8080,
                        null,
                        null,
                        null,
                        new GatewayProperties.Page(true, Duration.ofHours(12), 600),
                        new GatewayProperties.Limit(100, 65_536, 1_048_576),
                        new GatewayProperties.View(Duration.ofDays(30), 5_000, 2_000, 10_000, 200_000),
                        new GatewayProperties.Stream(Duration.ofSeconds(15)),
                        new GatewayProperties.Cors(List.of())));
    }

    @Test
    void namesOfSettings() {
        GatewayProperties properties = bound(Map.of(
                "gateway.edge-url", "ws://localhost:1/ws/edge",
                "gateway.limit.requests-per-minute", "5",
                "gateway.page.without-key", "false",
                "gateway.view.recent", "7d"));
        assertThat(properties.edgeUrl()).hasToString("ws://localhost:1/ws/edge");
        assertThat(properties.limit().requestsPerMinute()).isEqualTo(5);
        assertThat(properties.page().withoutKey()).isFalse();
        assertThat(properties.view().recent()).isEqualTo(Duration.ofDays(7));
    }
}
