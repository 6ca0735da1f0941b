package io.touchline.feature.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.rating.EloRating;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddsEloTest {

    private static final double EXACT = 1e-9;

    @Test
    void twoNewTeams_exchangeWhatSurprisesTheRating() {
        OddsElo.Pair after = OddsElo.updated(EloRating.standard(), Double.NaN, Double.NaN, 0.7);
        assertThat(after.home()).isCloseTo(1500 + 18.81840964774193, within(EXACT));
        assertThat(after.away()).isCloseTo(1500 - 18.81840964774193, within(EXACT));
    }

    @Test
    void withoutClosingOdds_nothingIsLearned() {
        assertThat(OddsElo.updated(EloRating.standard(), 1600, Double.NaN, Double.NaN))
                .isEqualTo(new OddsElo.Pair(1600, Double.NaN));
    }

    @Test
    void closingOdds_areTheSharpBookmakers_withoutTheMargin() {
        Closing closing = Closing.of(List.of(
                quote("market-average", 2.0, 3.0, 6.0),
                quote("pinnacle", 1.9, 3.8, 4.75),
                quote("bet365", 1.5, 4.0, 7.0)));
        double whole = 1 / 1.9 + 1 / 3.8 + 1 / 4.75;
        assertThat((double) closing.home()).isCloseTo(1 / 1.9 / whole, within(1e-7));
        assertThat(closing.expectedHome()).isCloseTo((1 / 1.9 + 0.5 / 3.8) / whole, within(1e-7));
        assertThat(Closing.of(List.of(quote("bet365", 1.0, 3.0, 6.0)))).isEqualTo(Closing.UNKNOWN);
        assertThat(Closing.of(List.of())).isEqualTo(Closing.UNKNOWN);
    }

    @Test
    void referees_areKnownByFirstLetterAndLastName() {
        assertThat(Referees.key("A Madley"))
                .isEqualTo(Referees.key(" Andy  Madley "))
                .isEqualTo("a madley");
        assertThat(Referees.key(null)).isEmpty();
        assertThat(Referees.key(" ")).isEmpty();
    }

    private static Quote quote(String bookmaker, double home, double draw, double away) {
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket("MATCH_RESULT")
                .setPrices(List.of(price("HOME", home), price("DRAW", draw), price("AWAY", away)))
                .setObservedAt(Instant.EPOCH)
                .build();
    }

    private static Price price(String selection, double odds) {
        return Price.newBuilder().setSelection(selection).setBackOdds(odds).build();
    }
}
