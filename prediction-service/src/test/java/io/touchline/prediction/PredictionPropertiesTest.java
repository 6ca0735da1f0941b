package io.touchline.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.train.TrainingSettings;
import io.touchline.prediction.watch.WatchSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PredictionPropertiesTest {

    @Test
    void defaults() {
        PredictionProperties properties = bound(Map.of());
        assertThat(properties)
                .isEqualTo(new PredictionProperties(
                        new PredictionProperties.Train(
                                true,
                                Duration.ofDays(7),
                                Duration.ofDays(1461),
                                100,
                                10_000,
                                2000,
                                Duration.ofDays(28),
                                0.005),
                        new PredictionProperties.DixonColes(Duration.ofDays(390), 5),
                        new PredictionProperties.Watch(
                                true, Duration.ofSeconds(180), 200, 1_000, 200, 0.25, 0.2, 0.02, 15),
                        new PredictionProperties.Query("127.0.0.1", 0)));
        assertThat(properties.watchSettings()).isEqualTo(WatchSettings.standard());
        assertThat(properties.trainingSettings()).isEqualTo(TrainingSettings.standard());
    }

    @Test
    void settings_byName() {
        PredictionProperties properties = bound(Map.of(
                "prediction.train.every", "14d",
                "prediction.train.enabled", "false",
                "prediction.dixon-coles.half-life", "180d",
                "prediction.dixon-coles.shrinkage", "1.5"));
        assertThat(properties.train().enabled()).isFalse();
        assertThat(properties.trainingSettings().every()).isEqualTo(Duration.ofDays(14));
        assertThat(properties.trainingSettings().dixonColes()).isEqualTo(new DixonColesSettings(180, 1.5, true));
    }

    private static PredictionProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("prediction", PredictionProperties.class);
    }
}
