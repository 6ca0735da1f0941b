package io.touchline.odds;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.book.BookRules;
import io.touchline.odds.consensus.Weights;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OddsPropertiesTest {

    @Test
    void theDefaults() {
        OddsProperties defaults = defaults();
        assertThat(defaults.bookRules())
                .isEqualTo(new BookRules(
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(90),
                        Map.of("football-data", Duration.ofDays(7)),
                        1500));
        assertThat(defaults.devig()).isEqualTo(new OddsProperties.Devig("odds_ratio", Map.of()));
        assertThat(defaults.weights()).isEqualTo(new Weights(3, 1));
        assertThat(defaults.book().keptAfterKickoff()).isEqualTo(Duration.ofHours(6));
        assertThat(defaults.history().outsideLive()).isFalse();
    }

    @Test
    void aSourceOfOnesOwnLeavesTheShippedOnes() {
        OddsProperties properties = bind(Map.of(
                "odds.sources.somewhere.max-age", "20s",
                "odds.devig.markets.match-result", "shin",
                "odds.quote.max-age", "2m"));
        assertThat(properties.bookRules().maxAgeBySource())
                .isEqualTo(Map.of("somewhere", Duration.ofSeconds(20), "football-data", Duration.ofDays(7)));
        assertThat(properties.bookRules().maxAge()).isEqualTo(Duration.ofMinutes(2));
        assertThat(properties.devig().markets()).isEqualTo(Map.of(MarketType.MATCH_RESULT, "shin"));
    }

    static OddsProperties defaults() {
        return bind(Map.of());
    }

    private static OddsProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("odds", OddsProperties.class);
    }
}
