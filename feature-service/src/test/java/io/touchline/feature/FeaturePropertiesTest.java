package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.feature.vector.CutoffRule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FeaturePropertiesTest {

    @Test
    void defaults() {
        FeatureProperties properties = bind(Map.of());
        assertThat(properties.cutoff().closingWindow()).isEqualTo(Duration.ofMinutes(10));
        assertThat(properties.elo()).isEqualTo(new FeatureProperties.Elo(20, 65, true));
        assertThat(properties.pi()).isEqualTo(new FeatureProperties.Pi(0.035, 0.7));
        assertThat(properties.store()).isEqualTo(new FeatureProperties.Store(false, Duration.ofHours(1)));
        assertThat(properties.query()).isEqualTo(new FeatureProperties.Query("127.0.0.1", 0));
    }

    @Test
    void areSetByName() {
        FeatureProperties properties =
                bind(Map.of("feature.cutoff.closing-window", "5m", "feature.elo.home-advantage", "50"));
        assertThat(properties.cutoff().closingWindow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(properties.elo().homeAdvantage()).isEqualTo(50);
        CutoffRule rule = new CutoffRule(properties.cutoff().closingWindow());
        assertThat(rule.of(false, Duration.ofMinutes(6).toMillis())).isEqualTo(Cutoff.HOUR_1);
        assertThat(rule.of(false, Duration.ofMinutes(5).toMillis())).isEqualTo(Cutoff.CLOSING);
    }

    @Test
    void rejects_aClosingWindowBeyondAnHour() {
        assertThatThrownBy(() -> new CutoffRule(Duration.ofMinutes(61)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT1H1M");
    }

    private static FeatureProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("feature", FeatureProperties.class);
    }
}
