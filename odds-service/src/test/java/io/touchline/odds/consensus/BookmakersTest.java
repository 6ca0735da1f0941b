package io.touchline.odds.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BookmakersTest {

    private final Bookmakers bookmakers = Bookmakers.shipped();

    @Test
    void knowsTheShippedOnes() {
        assertThat(bookmakers.of("pinnacle"))
                .isEqualTo(new Bookmaker("pinnacle", "Pinnacle", Bookmaker.Kind.SHARP, 1, 0));
        assertThat(bookmakers.of("bet365").kind()).isEqualTo(Bookmaker.Kind.SOFT);
        assertThat(bookmakers.of("average").kind()).isEqualTo(Bookmaker.Kind.AVERAGE);
        assertThat(bookmakers.list()).extracting(Bookmaker::priority).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anUnknownOneIsSoftAndLast() {
        assertThat(bookmakers.of("corner-shop"))
                .isEqualTo(new Bookmaker("corner-shop", "corner-shop", Bookmaker.Kind.SOFT, 1000, 0));
    }

    @Test
    void anExchangeTakesItsPartOfTheProfit() {
        assertThat(bookmakers.of("betfair-exchange").netOdds(3.0)).isCloseTo(2.9, within(1e-12));
        assertThat(bookmakers.of("pinnacle").netOdds(3.0)).isEqualTo(3.0);
    }
}
