package io.touchline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alert.rule.SourceTrust;
import io.touchline.domain.stake.KellySettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlertPropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new AlertProperties(
                        new AlertProperties.Edge(0.042, 0.5, 0.005),
                        new AlertProperties.Price(
                                Duration.ofSeconds(90),
                                Map.of(
                                        "football-data", Duration.ofDays(7),
                                        "betfair", Duration.ofMinutes(10),
                                        "pinnacle", Duration.ofMinutes(10),
                                        "sportradar", Duration.ofMinutes(10),
                                        "theoddsapi", Duration.ofSeconds(150))),
                        new AlertProperties.Sources(Duration.ofSeconds(60)),
                        Duration.ofSeconds(30),
                        new AlertProperties.Confidence(0),
                        new AlertProperties.Models(2),
                        new AlertProperties.Stake(0.125, 0.05, 0.15),
                        new AlertProperties.Closing(Duration.ofMinutes(10)),
                        new AlertProperties.Watch(Duration.ofSeconds(5)),
                        new AlertProperties.Channel(
                                8091, false, Duration.ofSeconds(15), 10_000, 2_000, Duration.ofSeconds(30)),
                        new AlertProperties.History(false, Duration.ofSeconds(5))));
        assertThat(bound(Map.of()).kelly()).isEqualTo(KellySettings.standard());
    }

    @Test
    void limitsOfSources_areAddedToTheShippedOnes() {
        AlertProperties.Price price =
                bound(Map.of("alert.price.sources.betfair", "10s")).price();
        assertThat(price.sources())
                .containsEntry("football-data", Duration.ofDays(7))
                .containsEntry("betfair", Duration.ofSeconds(10));
        assertThat(bound(Map.of("alert.price.sources.football-data", "1h"))
                        .rules(SourceTrust.OF_ALL)
                        .fresh()
                        .maxAge("football-data"))
                .isEqualTo(Duration.ofHours(1));
    }

    private static AlertProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("alert", AlertProperties.class);
    }
}
