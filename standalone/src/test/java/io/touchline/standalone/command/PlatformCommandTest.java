package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.standalone.embedded.PlatformAddresses;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformCommandTest {

    @Test
    void printsWhatAServiceTakesAsItsEnvironment() {
        Map<String, String> settings = PlatformCommand.settings(new PlatformAddresses(
                "127.0.0.1:9092",
                "http://127.0.0.1:8081/apis/ccompat/v7",
                "jdbc:postgresql://127.0.0.1:5432/touchline",
                "postgres",
                "postgres",
                "redis://127.0.0.1:6379"));
        assertThat(settings)
                .containsExactly(
                        Map.entry("TOUCHLINE_KAFKA_BOOTSTRAP", "127.0.0.1:9092"),
                        Map.entry("TOUCHLINE_KAFKA_REGISTRYURL", "http://127.0.0.1:8081/apis/ccompat/v7"),
                        Map.entry("TOUCHLINE_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:5432/touchline"),
                        Map.entry("TOUCHLINE_POSTGRES_USER", "postgres"),
                        Map.entry("TOUCHLINE_POSTGRES_PASSWORD", "postgres"),
                        Map.entry("TOUCHLINE_REDIS_URL", "redis://127.0.0.1:6379"));
    }
}
