package io.touchline.odds.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.odds.MatchScript;
import io.touchline.odds.book.BookRules;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.schema.ArbitrageLeg;
import io.touchline.schema.ArbitrageOffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArbitrageFinderTest {

    private static final BookRules RULES =
            new BookRules(Duration.ofMinutes(15), Duration.ofSeconds(90), Map.of(), 1500);

    private final ArbitrageFinder finder = new ArbitrageFinder(Bookmakers.shipped());

    @Test
    void twoBookmakersTooGenerous() {
        ArbitrageOffer offer = offers("""
                -60'  QUOTE  bet365    O/U 2.5  2.10 1.75
                -60'  QUOTE  pinnacle  O/U 2.5  1.85 2.05
                """).getFirst();
        assertThat(offer.getProfit()).isCloseTo(0.037349, within(1e-6));
        assertThat(offer.getMarket()).isEqualTo("TOTAL_GOALS");
        assertThat(offer.getLine()).isEqualTo(2.5);
        assertThat(offer.getLegs()).extracting(ArbitrageLeg::getBookmaker).containsExactly("bet365", "pinnacle");
        assertThat(offer.getLegs()).extracting(ArbitrageLeg::getOdds).containsExactly(2.10, 2.05);
        for (ArbitrageLeg leg : offer.getLegs()) {
            assertThat(leg.getStakeShare() * leg.getOdds())
                    .as("pays the same either way")
                    .isCloseTo(1.037349, within(1e-6));
        }
    }

    @Test
    void commissionCanTakeItAway() {
        assertThat(offers("""
                -60'  QUOTE  betfair-exchange  O/U 2.5  2.06 1.75
                -60'  QUOTE  bet365            O/U 2.5  1.85 2.00
                """))
                .as("2.06 is 2.007 after commission: 0.17 % are left")
                .hasSize(1);
        assertThat(offers("""
                -60'  QUOTE  betfair-exchange  O/U 2.5  2.04 1.75
                -60'  QUOTE  bet365            O/U 2.5  1.85 2.00
                """)).as("2.04 is 1.988 after commission").isEmpty();
    }

    @Test
    void onlyWhatSomebodyOffersCounts() {
        assertThat(offers("""
                -60'  QUOTE    maximum   O/U 2.5  3.00 3.00
                -60'  QUOTE    average   O/U 2.5  3.00 3.00
                -60'  SUSPEND  bet365    O/U 2.5  3.00 3.00
                -60'  QUOTE    bwin      O/U 2.5  3.00 -
                -60'  QUOTE    pinnacle  O/U 3.5  1.90 1.95
                -60'  QUOTE    bet365    DC       1.30 1.33 1.90
                """)).isEmpty();
    }

    private List<ArbitrageOffer> offers(String script) {
        PriceBook book = new PriceBook();
        MatchScript.of(script).forEach(update -> book.accept(update, RULES, (reason, detail, quote) -> {}));
        return finder.offers(book);
    }
}
