package io.touchline.odds.book;

import static io.touchline.odds.MatchScript.KICKOFF;
import static io.touchline.odds.MatchScript.minute;
import static io.touchline.odds.MatchScript.price;
import static io.touchline.odds.MatchScript.single;
import static io.touchline.odds.MatchScript.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.MatchScript;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceBookTest {

    private static final BookRules RULES = new BookRules(
            Duration.ofMinutes(15), Duration.ofSeconds(90), Map.of("football-data", Duration.ofDays(7)), 50);

    private final List<String> rejected = new ArrayList<>();
    private final PriceBook book = new PriceBook();

    @Test
    void keepsTheLatestQuoteOfEachBookmakerAndLine() {
        play("""
                -60'  QUOTE  bet365    1X2      1.45 4.60 8.00
                -60'  QUOTE  pinnacle  1X2      1.48 4.70 8.10
                -55'  QUOTE  bet365    1X2      1.44 4.60 8.20
                -55'  QUOTE  bet365    O/U 2.5  1.60 2.30
                -55'  QUOTE  bet365    O/U 3.5  2.60 1.50
                """);
        assertThat(held())
                .containsExactly(
                        "1X2 bet365 1.44 4.6 8.2 -55'",
                        "1X2 pinnacle 1.48 4.7 8.1 -60'",
                        "O/U 2.5 bet365 1.6 2.3 -55'",
                        "O/U 3.5 bet365 2.6 1.5 -55'");
        assertThat(book.asOf()).isEqualTo(minute(-55).toEpochMilli());
        assertThat(book.size()).isEqualTo(4);
        assertThat(book.competition()).isEqualTo("eng.1");
        assertThat(book.kickoffAt()).isEqualTo(KICKOFF.toEpochMilli());
    }

    @Test
    void aSecondTimeAndAnOlderOneChangeNothing() {
        assertThat(accept(single("-55' QUOTE bet365 1X2 1.44 4.60 8.20"))).isTrue();
        assertThat(accept(single("-55' QUOTE bet365 1X2 1.44 4.60 8.20"))).isFalse();
        assertThat(accept(single("-56' QUOTE bet365 1X2 1.99 4.60 8.20"))).isFalse();
        assertThat(held()).containsExactly("1X2 bet365 1.44 4.6 8.2 -55'");
    }

    @Test
    void theSamePriceConfirmedLaterIsNews() {
        accept(single("-55' QUOTE bet365 1X2 1.44 4.60 8.20"));
        assertThat(accept(single("-50' QUOTE bet365 1X2 1.44 4.60 8.20"))).isTrue();
        assertThat(held()).containsExactly("1X2 bet365 1.44 4.6 8.2 -50'");
    }

    @Test
    void quotesOlderThanTheLimitBesideTheNewestGo() {
        play("""
                -60'  QUOTE  bet365    1X2  1.45 4.60 8.00
                -45'  QUOTE  pinnacle  1X2  1.48 4.70 8.10
                """);
        assertThat(held()).as("exactly as old as the limit").hasSize(2);
        play("-44' QUOTE pinnacle 1X2 1.48 4.70 8.10");
        assertThat(held()).containsExactly("1X2 pinnacle 1.48 4.7 8.1 -44'");
        assertThat(accept(single("-60' QUOTE bet365 1X2 1.45 4.60 8.00")))
                .as("late as well")
                .isFalse();
    }

    @Test
    void aSourceHasItsOwnLimit() {
        playFrom("football-data", """
                -4000'  QUOTE  bet365    1X2  1.45 4.60 8.00
                -60'    QUOTE  pinnacle  1X2  1.48 4.70 8.10
                """);
        assertThat(held()).hasSize(2);
    }

    @Test
    void closingQuotesMakeOlderOnesOfTheirMarketStaleOnEveryLine() {
        playFrom("football-data", """
                -4000'  QUOTE    bet365    1X2      1.45 4.60 8.00
                -4000'  QUOTE    bwin      1X2      1.42 4.50 7.50
                -4000'  QUOTE    bet365    AH -1.25 1.95 1.95
                -4000'  QUOTE    bet365    O/U 2.5  1.60 2.30
                -1'     CLOSING  bet365    1X2      1.40 4.80 8.50
                -1'     CLOSING  bet365    AH -1.5  2.00 1.90
                """);
        assertThat(held())
                .containsExactly(
                        "1X2 bet365 1.4 4.8 8.5 -1'", "O/U 2.5 bet365 1.6 2.3 -4000'", "AH -1.5 bet365 2.0 1.9 -1'");
        playFrom("football-data", "-4000' QUOTE bwin 1X2 1.42 4.50 7.50");
        assertThat(held()).as("an opening quote that comes late").hasSize(3);
    }

    @Test
    void onceTheMatchRunsOnlyWhatWasQuotedSinceStays() {
        play("""
                -1'  QUOTE  bet365    1X2  1.45 4.60 8.00
                -1'  QUOTE  pinnacle  1X2  1.48 4.70 8.10
                 1'  QUOTE  bet365    1X2  1.50 4.40 7.50
                """);
        assertThat(book.inPlay()).isTrue();
        assertThat(held()).containsExactly("1X2 bet365 1.5 4.4 7.5 1'");
        assertThat(accept(single("-1' QUOTE bwin 1X2 1.45 4.60 8.00"))).isFalse();
    }

    @Test
    void quotesFromKickoffOnAreInPlayWhateverTheSourceSays() {
        accept(single("-1' QUOTE bet365 1X2 1.45 4.60 8.00"));
        accept(update(
                "somewhere",
                KICKOFF,
                false,
                KICKOFF,
                single("0' QUOTE bet365 1X2 1.44 4.60 8.00").getQuotes()));
        assertThat(book.inPlay()).isTrue();
    }

    @Test
    void aQuoteOfBeforeKickoffInAnUpdateOfTheRunningMatchIsPreMatch() {
        accept(update(
                "somewhere",
                minute(1),
                true,
                KICKOFF,
                single("-1' QUOTE bwin 1X2 1.44 4.60 8.00").getQuotes()));
        assertThat(book.inPlay()).isFalse();
        accept(single("1' QUOTE bet365 1X2 1.50 4.40 7.50"));
        assertThat(accept(update(
                        "somewhere",
                        minute(2),
                        true,
                        KICKOFF,
                        single("-1' QUOTE coral 1X2 1.44 4.60 8.00").getQuotes())))
                .isFalse();
        assertThat(held()).containsExactly("1X2 bet365 1.5 4.4 7.5 1'");
    }

    @Test
    void aMatchThatBeganEarlyRunsWhereItsSourceSaysSo() {
        accept(update(
                "somewhere",
                minute(-2),
                true,
                KICKOFF,
                single("-2' QUOTE bwin 1X2 1.44 4.60 8.00").getQuotes()));
        assertThat(book.inPlay()).isTrue();
    }

    @Test
    void aKickoffMovedBackMakesItPreMatchAgain() {
        Instant later = KICKOFF.plusSeconds(86_400);
        accept(single("1' QUOTE bet365 1X2 1.45 4.60 8.00"));
        OddsUpdate postponed = update(
                "somewhere",
                minute(20),
                false,
                later,
                single("20' QUOTE bwin 1X2 1.44 4.60 8.00").getQuotes());
        assertThat(accept(postponed)).isTrue();
        assertThat(book.inPlay()).isFalse();
        assertThat(book.kickoffAt()).isEqualTo(later.toEpochMilli());
        assertThat(held()).containsExactly("1X2 bwin 1.44 4.6 8.0 20'");
    }

    @Test
    void suspendedAndEmptyQuotesAreHeldAsSuspended() {
        play("""
                -60'  QUOTE    bet365    1X2  1.45 4.60 8.00
                -59'  SUSPEND  bet365    1X2  1.45 4.60 8.00
                -59'  QUOTE    pinnacle  1X2
                """);
        assertThat(held())
                .containsExactly("1X2 bet365 1.45 4.6 8.0 -59' suspended", "1X2 pinnacle NaN NaN NaN -59' suspended");
    }

    @Test
    void namesBadPricesAndGoesOn() {
        List<Quote> quotes = List.of(
                new Quote(
                        "bet365",
                        "MATCH_RESULT",
                        null,
                        false,
                        false,
                        List.of(price("HOME", 0.95), price("DRAW", 3.4), price("AWAY", Double.NaN)),
                        minute(-60)),
                new Quote(
                        "bwin",
                        "MATCH_RESULT",
                        null,
                        false,
                        false,
                        List.of(price("HOME", 1.0), price("DRAW", -2.0), price("AWAY", Double.POSITIVE_INFINITY)),
                        minute(-60)),
                new Quote(
                        "pinnacle",
                        "TOTAL_GOALS",
                        null,
                        false,
                        false,
                        List.of(price("OVER", 1.9), price("UNDER", 1.9)),
                        minute(-60)),
                new Quote(
                        "coral",
                        "MATCH_RESULT",
                        null,
                        false,
                        false,
                        List.of(price("HOME", 2.0), price("DRAW", 3.4), price("AWAY", 4.0)),
                        minute(-58)),
                new Quote("1xbet", "NEXT_THROW_IN", null, false, false, List.of(price("HOME", 2.0)), minute(-60)),
                new Quote(
                        "ladbrokes",
                        "MATCH_RESULT",
                        null,
                        false,
                        false,
                        List.of(price("HOME", 2.0), price("DRAW", 3.4), price("AWAY", 4.0), price("OTHER", 9.0)),
                        minute(-60)));
        assertThat(accept(update("somewhere", minute(-60), false, KICKOFF, quotes)))
                .isTrue();
        assertThat(held()).containsExactly("1X2 bet365 NaN 3.4 NaN -60'", "1X2 ladbrokes 2.0 3.4 4.0 -60'");
        assertThat(rejected)
                .containsExactly(
                        "ODDS_OUT_OF_RANGE bet365 MATCH_RESULT HOME: odds must be above 1.0 but were 0.95",
                        "ODDS_OUT_OF_RANGE bet365 MATCH_RESULT AWAY: odds must be above 1.0 but were NaN",
                        "ODDS_OUT_OF_RANGE bwin MATCH_RESULT HOME: odds must be above 1.0 but were 1.0",
                        "ODDS_OUT_OF_RANGE bwin MATCH_RESULT DRAW: odds must be above 1.0 but were -2.0",
                        "ODDS_OUT_OF_RANGE bwin MATCH_RESULT AWAY: odds must be above 1.0 but were Infinity",
                        "MISSING_FIELD pinnacle TOTAL_GOALS needs a line but has null",
                        "FROM_THE_FUTURE coral MATCH_RESULT was observed at 2023-05-28T14:32:00Z, 119 s after it was received");
    }

    @Test
    void holdsNoMoreThanItMay() {
        for (int i = 0; i < 60; i++) {
            accept(single("-60' QUOTE bookmaker" + i + " 1X2 1.45 4.60 8.00"));
        }
        accept(single("-59' QUOTE last 1X2 1.45 4.60 8.00"));
        assertThat(book.size()).isEqualTo(50);
        assertThat(held()).hasSize(50).contains("1X2 last 1.45 4.6 8.0 -59'");
    }

    /** Whatever order quotes come in, the same are held at the end. */
    @Test
    void orderOfArrivalDoesNotMatter() {
        List<OddsUpdate> updates = new ArrayList<>(MatchScript.of("""
                -60'  QUOTE    bet365    1X2      1.45 4.60 8.00
                -58'  QUOTE    pinnacle  1X2      1.48 4.70 8.10
                -50'  QUOTE    bet365    1X2      1.44 4.60 8.20
                -49'  SUSPEND  bwin      1X2
                -44'  QUOTE    bet365    O/U 2.5  1.60 2.30
                -42'  CLOSING  coral     O/U 3.5  1.60 2.30
                -41'  QUOTE    pinnacle  1X2      1.50 4.60 7.90
                -40'  CLOSING  coral     1X2      1.50 4.60 7.90
                """));
        Random random = new Random(20230528);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(updates, random);
            PriceBook shuffled = new PriceBook();
            updates.forEach(update -> shuffled.accept(update, RULES, (reason, detail, quote) -> {}));
            assertThat(held(shuffled)).containsExactly("1X2 coral 1.5 4.6 7.9 -40'", "O/U 3.5 coral 1.6 2.3 -42'");
            assertThat(shuffled.asOf()).isEqualTo(minute(-40).toEpochMilli());
        }
    }

    private void play(String script) {
        MatchScript.of(script).forEach(this::accept);
    }

    private void playFrom(String source, String script) {
        MatchScript.of(source, script).forEach(this::accept);
    }

    private boolean accept(OddsUpdate update) {
        return book.accept(update, RULES, (reason, detail, quote) -> rejected.add(reason + " " + detail));
    }

    private List<String> held() {
        return held(book);
    }

    static List<String> held(PriceBook book) {
        List<String> all = new ArrayList<>();
        for (MarketLine line : book.markets()) {
            for (HeldQuote quote : book.quotes(line)) {
                StringBuilder text = new StringBuilder(name(line)).append(' ').append(quote.bookmaker());
                for (int i = 0; i < quote.selections(); i++) {
                    text.append(' ').append(quote.odds(i));
                }
                text.append(' ').append(MatchScript.minuteOf(Instant.ofEpochMilli(quote.observedAt())));
                all.add(text + (quote.suspended() ? " suspended" : ""));
            }
        }
        return all;
    }

    private static String name(MarketLine line) {
        return switch (line.market()) {
            case MarketType.MATCH_RESULT -> "1X2";
            case MarketType.TOTAL_GOALS -> "O/U " + line.line();
            case MarketType.ASIAN_HANDICAP -> "AH " + line.line();
            default -> line.market().name();
        };
    }
}
