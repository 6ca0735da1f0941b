package io.touchline.platform.health;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sources may be silent.
 *
 * @param staleness of single sources, by name, after which they are down; {@code docs/sources.md} has that of the others
 */
@ConfigurationProperties("touchline.sources")
public record SourcesProperties(@DefaultValue Map<String, Duration> staleness) {

    public SourcesProperties {
        staleness = Map.copyOf(staleness);
    }
}
