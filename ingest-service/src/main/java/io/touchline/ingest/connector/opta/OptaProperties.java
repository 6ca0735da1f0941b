package io.touchline.ingest.connector.opta;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the Opta connector.
 *
 * @param dir the folder into which the feeds are pushed; the connector runs where it is set
 * @param poll from one look into the folder to the next
 * @param settle so long a file must have been left alone before it is read
 */
@ConfigurationProperties("ingest.connectors.opta")
public record OptaProperties(
        @Nullable Path dir,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("1s") Duration settle) {}
