package io.touchline.odds.consensus;

import static io.touchline.odds.MatchScript.three;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.MatchScript;
import io.touchline.odds.book.BookRules;
import io.touchline.odds.book.PriceBook;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    /** The worked examples are rounded to four places. */
    private static final double FOUR_PLACES = 5e-5;

    private static final BookRules RULES =
            new BookRules(Duration.ofMinutes(15), Duration.ofSeconds(90), Map.of(), 1500);

    private final Consensus consensus = new Consensus(
            Bookmakers.shipped(),
            new MarginMethods("multiplicative", Map.of(MarketType.TOTAL_GOALS, "shin")),
            new Weights(3, 1));

    @Test
    void weighsSharpAboveSoft() {
        MarketPrices market = markets("""
                -60'  QUOTE  pinnacle  1X2  2.00 3.60 4.00
                -59'  QUOTE  bet365    1X2  1.90 3.50 3.90
                """).getFirst();
        assertThat(fair(market)).containsExactly(new double[] {0.4880, 0.2696, 0.2424}, within(FOUR_PLACES));
        assertThat(market.getSharpProbabilities()).hasSize(3);
        assertThat(market.getSharpProbabilities().getFirst()).isCloseTo(0.4865, within(FOUR_PLACES));
        assertThat(market.getBookmakers()).isEqualTo(2);
        assertThat(market.getMethod()).isEqualTo("multiplicative");
        assertThat(market.getLine()).isNull();
        assertThat(market.getOverround()).as("mean of 0.0278 and 0.0684").isCloseTo(0.0481, within(FOUR_PLACES));
        assertThat(market.getDisagreement()).as("half of the distance").isCloseTo(0.00305, within(FOUR_PLACES));
        assertThat(market.getObservedAt()).isEqualTo(MatchScript.minute(-59));
    }

    @Test
    void oneBookmakerIsItsOwnConsensus() {
        MarketPrices market = markets("-60' QUOTE bet365 1X2 2.7 2.3 4.4").getFirst();
        assertThat(fair(market)).containsExactly(new double[] {0.358738, 0.421127, 0.220135}, within(1e-6));
        assertThat(market.getDisagreement()).isZero();
        assertThat(market.getSharpProbabilities()).isNull();
        assertThat(market.getOverround()).isCloseTo(0.0324, within(FOUR_PLACES));
    }

    @Test
    void bestAndMeanOddsComeFromOpenQuotes() {
        MarketPrices market = markets("""
                -60'  QUOTE    bwin      1X2  2.00 3.60 4.00
                -60'  QUOTE    bet365    1X2  2.00 3.50 4.20
                -60'  SUSPEND  coral     1X2  9.00 9.00 9.00
                -60'  QUOTE    maximum   1X2  9.00 9.00 9.00
                -60'  QUOTE    average   1X2  9.00 9.00 9.00
                -60'  QUOTE    pinnacle  1X2  -    3.70 -
                """).getFirst();
        assertThat(market.getPrices().stream()
                        .map(price -> price.getSelection() + " " + price.getBestOdds() + " " + price.getBestBookmaker()
                                + " " + three(price.getMeanOdds())))
                .containsExactly("HOME 2.0 bet365 2.000", "DRAW 3.7 pinnacle 3.600", "AWAY 4.2 bet365 4.100");
        assertThat(market.getBookmakers())
                .as("an incomplete quote tells no margin")
                .isEqualTo(2);
        assertThat(market.getBestOverround()).isCloseTo(1 / 2.0 + 1 / 3.7 + 1 / 4.2 - 1, within(1e-12));
    }

    @Test
    void anAverageSpeaksWhereNoBookmakerDoes() {
        MarketPrices market = markets("""
                -60'  QUOTE  average  O/U 2.5  1.90 2.00
                -60'  QUOTE  maximum  O/U 2.5  1.95 2.05
                """).getFirst();
        assertThat(market.getBookmakers()).isEqualTo(1);
        assertThat(market.getPrices().getFirst().getBestBookmaker()).isEqualTo("average");
        assertThat(market.getMethod()).isEqualTo("shin");
        assertThat(market.getLine()).isEqualTo(2.5);
    }

    @Test
    void aMarketWithoutACompleteOpenQuoteIsLeftOut() {
        assertThat(markets("""
                -60'  QUOTE    bwin    1X2      2.00 3.60 -
                -60'  SUSPEND  bet365  O/U 2.5  2.00 1.90
                -60'  QUOTE    bet365  O/U 3.5  3.00 1.30
                """)).extracting(MarketPrices::getLine).containsExactly(3.5);
    }

    @Test
    void probabilitiesOfADoubleChanceSumToTwo() {
        MarketPrices market = markets("-60' QUOTE bet365 DC 1.30 1.33 1.90").getFirst();
        assertThat(fair(market)).containsExactly(new double[] {0.7514, 0.7345, 0.5141}, within(FOUR_PLACES));
        assertThat(fair(market)[0] + fair(market)[1] + fair(market)[2]).isCloseTo(2, within(1e-12));
        assertThat(market.getOverround()).isCloseTo((1 / 1.3 + 1 / 1.33 + 1 / 1.9) / 2 - 1, within(1e-12));
    }

    @Test
    void fairProbabilitiesSumToOneInEveryMarket() {
        for (MarketPrices market : markets("""
                -60'  QUOTE  pinnacle  1X2       2.00 3.60 4.00
                -60'  QUOTE  bet365    1X2       1.20 6.50 13.0
                -60'  QUOTE  bet365    O/U 2.5   1.57 2.35
                -60'  QUOTE  pinnacle  AH -0.25  1.91 2.01
                -60'  QUOTE  coral     BTTS      1.80 1.95
                """)) {
            double sum = 0;
            for (double each : fair(market)) {
                sum += each;
            }
            assertThat(sum).as(market.getMarket()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void unknownNamesAreRefusedAtTheStart() {
        assertThatThrownBy(() -> new MarginMethods("magic", Map.of()))
                .hasMessageContaining("no margin removal is named magic");
        assertThatThrownBy(() -> new Weights(-1, 1)).hasMessageContaining("but were -1.0, 1.0");
    }

    private List<MarketPrices> markets(String script) {
        PriceBook book = new PriceBook();
        MatchScript.of(script).forEach(update -> book.accept(update, RULES, (reason, detail, quote) -> {}));
        return consensus.markets(book);
    }

    private static double[] fair(MarketPrices market) {
        return market.getPrices().stream()
                .mapToDouble(FairPrice::getProbability)
                .toArray();
    }
}
