package io.touchline.odds.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.book.MarketLine;
import io.touchline.odds.book.PriceBook;
import org.junit.jupiter.api.Test;

class OpeningPricesTest {

    private final PriceBook book = new PriceBook();

    @Test
    void theFirstPriceStays() {
        MarketLine line = MarketLine.of(MarketType.MATCH_RESULT);
        assertThat(OpeningPrices.of(book, line, new double[] {0.5, 0.3, 0.2})).containsExactly(0.5, 0.3, 0.2);
        assertThat(OpeningPrices.of(book, line, new double[] {0.6, 0.2, 0.2})).containsExactly(0.5, 0.3, 0.2);
    }

    @Test
    void eachLineHasItsOwn() {
        OpeningPrices.of(book, new MarketLine(MarketType.TOTAL_GOALS, 2.5), new double[] {0.5, 0.5});
        assertThat(OpeningPrices.of(book, new MarketLine(MarketType.TOTAL_GOALS, 3.5), new double[] {0.3, 0.7}))
                .containsExactly(0.3, 0.7);
    }

    @Test
    void linesPastTheBoundTellNoDrift() {
        for (int i = 0; i < OpeningPrices.MOST_MARKETS; i++) {
            OpeningPrices.of(book, new MarketLine(MarketType.TOTAL_GOALS, i + 0.5), new double[] {0.5, 0.5});
        }
        MarketLine further = new MarketLine(MarketType.ASIAN_HANDICAP, -0.5);
        OpeningPrices.of(book, further, new double[] {0.4, 0.6});
        assertThat(OpeningPrices.of(book, further, new double[] {0.5, 0.5})).containsExactly(0.5, 0.5);
        assertThat(book.openings()).hasSize(OpeningPrices.MOST_MARKETS);
    }
}
