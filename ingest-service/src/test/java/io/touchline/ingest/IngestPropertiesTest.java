package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IngestPropertiesTest {

    @Test
    void defaults() {
        IngestProperties properties = bind(Map.of());

        assertThat(properties.teams()).isNull();
        assertThat(properties.footballdata())
                .isEqualTo(new IngestProperties.FootballData(
                        false,
                        URI.create("https://www.football-data.co.uk"),
                        LocalTime.of(2, 0),
                        List.of(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30)));
    }

    @Test
    void settings() {
        IngestProperties properties = bind(Map.of(
                "ingest.teams", "my-teams.txt",
                "ingest.footballdata.enabled", "true",
                "ingest.footballdata.daily-at", "03:30",
                "ingest.footballdata.codes", "E0,BRA",
                "ingest.footballdata.pause", "5s"));

        assertThat(properties.teams()).hasToString("my-teams.txt");
        assertThat(properties.footballdata().enabled()).isTrue();
        assertThat(properties.footballdata().dailyAt()).isEqualTo(LocalTime.of(3, 30));
        assertThat(properties.footballdata().codes()).containsExactly("E0", "BRA");
        assertThat(properties.footballdata().pause()).isEqualTo(Duration.ofSeconds(5));
    }

    private static IngestProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("ingest", IngestProperties.class);
    }
}
