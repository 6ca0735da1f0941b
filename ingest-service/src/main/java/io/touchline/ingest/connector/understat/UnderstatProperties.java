package io.touchline.ingest.connector.understat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the Understat connector.
 *
 * @param enabled whether it runs; it needs no key
 * @param baseUrl address of the site
 * @param leagues which, in Understat's spelling: {@code EPL}, {@code La_liga}, {@code Bundesliga}, {@code Serie_A}, {@code Ligue_1}, {@code RFPL}
 * @param season the year in which the season begins; null for the one that is being played
 * @param poll from one round through the leagues to the next
 * @param lookback how far back the shots of finished matches are read; earlier ones have their result and xG alone
 * @param matchesPerRound most matches whose shots are read in one round; the rest follow in the next
 * @param requestGap from one request to the next at least; longer where robots.txt asks for it
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.understat")
public record UnderstatProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://understat.com") URI baseUrl,

        @DefaultValue({"EPL", "La_liga", "Bundesliga", "Serie_A", "Ligue_1"})
        List<String> leagues,

        @Nullable Integer season,
        @DefaultValue("1h") Duration poll,
        @DefaultValue("7d") Duration lookback,
        @DefaultValue("60") int matchesPerRound,
        @DefaultValue("3s") Duration requestGap,
        @DefaultValue("30s") Duration timeout) {}
