package io.touchline.odds.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddsChangesTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");

    private final OddsChanges changes = new OddsChanges();
    private int minute;

    private static Quote quote(String bookmaker, double home, int readAtMinute) {
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket("MATCH_RESULT")
                .setPrices(List.of(Price.newBuilder()
                        .setSelection("HOME")
                        .setBackOdds(home)
                        .build()))
                .setObservedAt(NOON.plusSeconds(60L * readAtMinute))
                .build();
    }

    private static OddsUpdate update(String fixture, Quote... quotes) {
        return OddsUpdate.newBuilder()
                .setFixtureId(fixture)
                .setCompetition("eng.1")
                .setKickoffAt(NOON.plusSeconds(10_800))
                .setQuotes(Arrays.asList(quotes))
                .setSource("theoddsapi")
                .setObservedAt(NOON)
                .setReceivedAt(NOON)
                .setEmittedAt(NOON)
                .build();
    }

    /** What an answer a minute later brings, as {@code fixture bookmaker odds[!]}, ! where suspended. */
    private List<String> next(OddsUpdate... answer) {
        Instant now = NOON.plusSeconds(60L * minute++);
        return changes.of("eng.1", List.of(answer), now, now, now).stream()
                .flatMap(update -> update.getQuotes().stream()
                        .map(quote -> update.getFixtureId() + " " + quote.getBookmaker() + " "
                                + quote.getPrices().getFirst().getBackOdds()
                                + (quote.getSuspended() ? "!" : "")))
                .toList();
    }

    @Test
    void onlyWhatMovedOrWasConfirmed() {
        assertThat(next(update("a", quote("x", 2.0, 0), quote("y", 2.1, 0)))).containsExactly("a x 2.0", "a y 2.1");
        assertThat(next(update("a", quote("x", 2.0, 0), quote("y", 2.1, 0)))).isEmpty();
        assertThat(next(update("a", quote("x", 2.0, 1), quote("y", 2.2, 0)))).containsExactly("a x 2.0", "a y 2.2");
    }

    @Test
    void whatIsGone_isSuspendedOnce_andComesBack() {
        next(update("a", quote("x", 2.0, 0), quote("y", 2.1, 0)));
        assertThat(next(update("a", quote("x", 2.0, 0)))).containsExactly("a y 2.1!");
        assertThat(next(update("a", quote("x", 2.0, 0)))).isEmpty();
        assertThat(next(update("a", quote("x", 2.0, 0), quote("y", 2.3, 3)))).containsExactly("a y 2.3");
    }

    @Test
    void aFixtureThatIsGone_isSuspendedOnce() {
        next(update("a", quote("x", 2.0, 0)), update("b", quote("x", 3.0, 0)));
        assertThat(next(update("b", quote("x", 3.0, 0)))).containsExactly("a x 2.0!");
        assertThat(next(update("b", quote("x", 3.0, 0)))).isEmpty();
    }

    @Test
    void anOlderQuoteNeverReplacesANewerOne() {
        next(update("a", quote("x", 2.0, 5)));
        assertThat(next(update("a", quote("x", 1.9, 4)))).isEmpty();
        assertThat(next(update("a", quote("x", 2.0, 5)))).isEmpty();
    }

    @Test
    void competitionsDoNotWithdrawEachOther() {
        next(update("a", quote("x", 2.0, 0)));
        assertThat(changes.of("esp.1", List.of(), NOON, NOON, NOON)).isEmpty();
    }
}
