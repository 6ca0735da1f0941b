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
                        Map.of("football-data", Duration.ofDays(7), "pinnacle", Duration.ofMinutes(15)),
                        1500));
        assertThat(method(defaults, MarketType.MATCH_RESULT)).isEqualTo("power");
        assertThat(method(defaults, MarketType.TOTAL_GOALS)).isEqualTo("odds_ratio");
        assertThat(method(defaults, MarketType.ASIAN_HANDICAP)).isEqualTo("multiplicative");
        assertThat(method(defaults, MarketType.DRAW_NO_BET)).isEqualTo("power");
        assertThat(defaults.weights()).isEqualTo(new Weights(5, 1));
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
                .isEqualTo(Map.of(
                        "somewhere", Duration.ofSeconds(20),
                        "football-data", Duration.ofDays(7),
                        "pinnacle", Duration.ofMinutes(15)));
        assertThat(properties.bookRules().maxAge()).isEqualTo(Duration.ofMinutes(2));
        assertThat(method(properties, MarketType.MATCH_RESULT)).isEqualTo("shin");
        assertThat(method(properties, MarketType.TOTAL_GOALS)).isEqualTo("odds_ratio");
    }

    @Test
    void aMethodThatIsSetHoldsForEveryMarketNotNamed() {
        OddsProperties properties =
                bind(Map.of("odds.devig.method", "shin", "odds.devig.markets.total-goals", "additive"));
        assertThat(method(properties, MarketType.ASIAN_HANDICAP)).isEqualTo("shin");
        assertThat(method(properties, MarketType.TOTAL_GOALS)).isEqualTo("additive");
    }

    private static String method(OddsProperties properties, MarketType market) {
        return properties.devig().methods().of(market).name();
    }

    static OddsProperties defaults() {
        return bind(Map.of());
    }

    private static OddsProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("odds", OddsProperties.class);
    }
}
