package io.touchline.ingest.connector.statsbomb;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connector of StatsBomb's open data.
 *
 * @param enabled whether the seasons are asked for at {@code baseUrl}; it needs no key
 * @param dir a folder with the files, such as a copy of the open data; it is read where it is set, whether {@code enabled} or not
 * @param baseUrl where the folder {@code data} of the open data is
 * @param seasons which, as competition/season in StatsBomb's numbers: {@code 2/27}; needed to ask for them, while a folder is read whole where none is given
 * @param poll from one look into the folder to the next
 * @param refresh from one round through the seasons to the next
 * @param requestsPerMinute most requests a minute; none is published, so this is politeness
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.statsbomb")
public record StatsBombProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable Path dir,

        @DefaultValue("https://raw.githubusercontent.com/statsbomb/open-data/master/data")
        URI baseUrl,

        @DefaultValue List<String> seasons,
        @DefaultValue("1m") Duration poll,
        @DefaultValue("24h") Duration refresh,
        @DefaultValue("10") int requestsPerMinute,
        @DefaultValue("60s") Duration timeout) {}
