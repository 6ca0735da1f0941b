package io.touchline.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prices beside themselves and beside others. */
class PriceCheckTest {

    private static final Instant START = Instant.parse("2026-03-21T12:00:00Z");
    private static final FixtureId FIXTURE = new FixtureId("soccer:eng.1:2025-26:rovers:united");
    private static final List<String> RESULT = List.of("HOME", "DRAW", "AWAY");

    private final PriceCheck check = new PriceCheck();

    private static Quote quote(String bookmaker, long second, @Nullable Double lay, double... odds) {
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < odds.length; i++) {
            prices.add(Price.newBuilder()
                    .setSelection(RESULT.get(i))
                    .setBackOdds(odds[i])
                    .setLayOdds(lay)
                    .build());
        }
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket("MATCH_RESULT")
                .setPrices(prices)
                .setObservedAt(START.plusSeconds(second))
                .build();
    }

    private List<FindingKind> kinds(String bookmaker, long second, boolean inPlay, double... odds) {
        return check.quote("theoddsapi", FIXTURE, inPlay, quote(bookmaker, second, null, odds)).stream()
                .map(Finding::kind)
                .toList();
    }

    @Test
    void usualPrices_thatMoveALittle_areNoFault() {
        assertThat(kinds("bet365", 0, false, 2.0, 3.5, 4.0)).isEmpty();
        assertThat(kinds("bet365", 30, false, 1.9, 3.6, 4.4)).isEmpty();
        assertThat(kinds("pinnacle", 31, false, 1.95, 3.7, 4.3)).isEmpty();
    }

    @Test
    void oddsThatNobodyOffers_areTold() {
        assertThat(kinds("bet365", 0, false, 2.0, 1.0, 4.0)).containsExactly(FindingKind.ODDS_OUT_OF_RANGE);
        assertThat(kinds("bet365", 1, false, 2.0, 3.5, 40_000)).contains(FindingKind.ODDS_OUT_OF_RANGE);
    }

    @Test
    void anOverroundOfTheWrongSize_isTold_butAThinExchangeMayHaveAny() {
        assertThat(kinds("bet365", 0, false, 2.0, 35, 4.0)).containsExactly(FindingKind.OVERROUND_OUT_OF_RANGE);
        assertThat(kinds("bet365", 0, false, 1.2, 1.5, 1.6)).containsExactly(FindingKind.OVERROUND_OUT_OF_RANGE);
        assertThat(check.quote("betfair", FIXTURE, false, quote("betfair-exchange", 0, 9.0, 1.01, 1.01, 1.01)))
                .isEmpty();
    }

    @Test
    void aJumpBeforeKickoff_isTold_withTheNumbers() {
        kinds("bet365", 0, false, 2.0, 3.5, 4.0);
        List<Finding> found = check.quote("theoddsapi", FIXTURE, false, quote("bet365", 60, null, 1.3, 5.5, 11.0));
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(FindingKind.PRICE_JUMPED);
            assertThat(each.detail()).isEqualTo("HOME of bet365 MATCH_RESULT went from 0.483 to 0.738 within 60 s");
        });
    }

    @Test
    void aSlowMove_aMoveInPlay_andOneAfterASuspension_areNoJumps() {
        kinds("bet365", 0, false, 2.0, 3.5, 4.0);
        assertThat(kinds("bet365", 3600, false, 1.3, 5.5, 11.0)).isEmpty();
        assertThat(kinds("bet365", 3660, true, 2.0, 3.5, 4.0)).isEmpty();
        Quote suspended = quote("bet365", 3670, null, 2.0, 3.5, 4.0);
        suspended.setSuspended(true);
        assertThat(check.quote("theoddsapi", FIXTURE, false, suspended)).isEmpty();
        assertThat(kinds("bet365", 3680, false, 1.3, 5.5, 11.0)).isEmpty();
    }

    @Test
    void aPriceFarFromTheOthers_isToldOnce_untilItComesBack() {
        kinds("bet365", 0, false, 2.0, 3.5, 4.0);
        kinds("pinnacle", 1, false, 2.02, 3.55, 4.0);
        assertThat(kinds("betway", 2, false, 4.0, 3.5, 2.0)).containsExactly(FindingKind.PRICE_DISAGREES);
        assertThat(kinds("betway", 30, false, 4.0, 3.5, 2.0)).isEmpty();
        assertThat(kinds("betway", 60, false, 2.0, 3.5, 4.0)).containsExactly(FindingKind.PRICE_JUMPED);
        assertThat(kinds("betway", 90, false, 4.0, 3.5, 2.0))
                .containsExactly(FindingKind.PRICE_JUMPED, FindingKind.PRICE_DISAGREES);
    }

    @Test
    void inPlay_onlyPricesOfTheSameMomentAreHeldAgainstEachOther() {
        kinds("bet365", 0, true, 2.0, 3.5, 4.0);
        kinds("pinnacle", 1, true, 2.02, 3.55, 4.0);
        assertThat(kinds("betway", 60, true, 9.0, 5.0, 1.4)).isEmpty();
        assertThat(kinds("betway", 15, true, 9.0, 5.0, 1.4)).isEmpty();
        kinds("bet365", 65, true, 2.0, 3.5, 4.0);
        kinds("pinnacle", 65, true, 2.0, 3.5, 4.0);
        assertThat(kinds("betway", 66, true, 9.0, 5.0, 1.4)).containsExactly(FindingKind.PRICE_DISAGREES);
    }
}
