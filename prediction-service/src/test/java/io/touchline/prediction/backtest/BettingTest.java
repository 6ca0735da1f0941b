package io.touchline.prediction.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.stake.KellySettings;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BettingTest {

    private static final Instant KICKOFF = Instant.parse("2022-05-07T14:00:00Z");
    private static final Instant OPENED = KICKOFF.minus(Duration.ofHours(24));
    private static final Instant CLOSED = KICKOFF.minus(Duration.ofMinutes(5));
    private static final ScoreGrid HOME_HALF = ScoreGrid.fit(0.5, 0.27, 0.23, 0.5, -0.05);

    @Test
    void value_takesTheGreatestEdgeOfAMarket_ofTheBookmakersAllowed() {
        BacktestMatch match =
                match(List.of(quote("one", 2.2, 3.4, 3.9, OPENED), quote("two", 2.3, 3.3, 3.8, OPENED)), List.of());
        assertThat(bets(match, BettingRules.standard())).singleElement().satisfies(bet -> {
            assertThat(bet.bookmaker()).isEqualTo("two");
            assertThat(bet.selection()).isEqualTo("HOME");
            assertThat(bet.edge()).isCloseTo(0.5 * 2.3 - 1, within(1e-6));
            assertThat(bet.overround()).isCloseTo(1 / 2.3 + 1 / 3.3 + 1 / 3.8, within(1e-12));
        });
        assertThat(bets(match, rules(Set.of("one"), Duration.ZERO, Map.of())))
                .singleElement()
                .satisfies(bet -> assertThat(bet.bookmaker()).isEqualTo("one"));
        assertThat(bets(match, rules(Set.of("three"), Duration.ZERO, Map.of()))).isEmpty();
    }

    @Test
    void commission_isTakenOffWhatIsWon() {
        BacktestMatch match = match(List.of(quote("exchange", 2.3, 3.4, 3.9, OPENED)), List.of());
        assertThat(bets(match, rules(Set.of(), Duration.ZERO, Map.of("exchange", 0.05))))
                .singleElement()
                .satisfies(bet -> assertThat(bet.odds()).isCloseTo(1 + 1.3 * 0.95, within(1e-12)));
        assertThat(bets(match, rules(Set.of(), Duration.ZERO, Map.of("exchange", 0.2))))
                .isEmpty();
    }

    @Test
    void delay_takesThePriceThatIsThereThen() {
        BacktestMatch moved =
                match(List.of(quote("one", 2.4, 3.4, 3.9, OPENED)), List.of(quote("one", 2.2, 3.4, 3.9, CLOSED)));
        Duration toTheClose = Duration.between(OPENED, CLOSED);
        assertThat(bets(moved, rules(Set.of(), Duration.ofHours(1), Map.of())))
                .singleElement()
                .satisfies(bet -> assertThat(bet.odds()).isEqualTo(2.4));
        assertThat(bets(moved, rules(Set.of(), toTheClose, Map.of())))
                .singleElement()
                .satisfies(bet -> {
                    assertThat(bet.odds()).isEqualTo(2.2);
                    assertThat(bet.placedAt()).isEqualTo(CLOSED);
                });
        Bookkeeping gone = bookkeeping(
                match(List.of(quote("one", 2.4, 3.4, 3.9, OPENED)), List.of(quote("one", 2.0, 3.6, 4.2, CLOSED))),
                rules(Set.of(), toTheClose, Map.of()));
        assertThat(gone.settled()).isEmpty();
        assertThat(gone.missed()).isEqualTo(1);
        assertThat(bookkeeping(moved, rules(Set.of(), Duration.ofHours(24), Map.of()))
                        .missed())
                .isEqualTo(1);
    }

    @Test
    void limit_isTheMostOnOneBet_flatStakesAreTheSame() {
        BacktestMatch match = match(List.of(quote("one", 2.4, 3.4, 3.9, OPENED)), List.of());
        BettingRules standard = BettingRules.standard();
        BettingRules limited = new BettingRules(
                standard.strategy(),
                standard.at(),
                Set.of(),
                0.042,
                BettingRules.Staking.KELLY,
                KellySettings.standard(),
                0.001,
                0.002,
                Map.of(),
                Duration.ZERO,
                1);
        assertThat(bets(match, limited))
                .singleElement()
                .satisfies(bet -> assertThat(bet.staked()).isEqualTo(0.002));
        assertThat(bets(match, random(1)))
                .singleElement()
                .satisfies(bet -> assertThat(bet.staked()).isEqualTo(0.001));
    }

    @Test
    void random_isTheSameForASeed_whateverTheOrder() {
        BacktestMatch match = match(List.of(quote("one", 2.4, 3.4, 3.9, OPENED)), List.of());
        assertThat(bets(match, random(7))).isEqualTo(bets(match, random(7)));
        List<String> selections = new java.util.ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            bets(match, random(seed)).forEach(bet -> selections.add(bet.selection()));
        }
        assertThat(selections).hasSize(40).contains("HOME", "DRAW", "AWAY");
    }

    @Test
    void rules_saySoWhereTheyMakeNoSense() {
        BettingRules standard = BettingRules.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> rules(Set.of(), Duration.ofHours(-1), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(Set.of(), Duration.ZERO, Map.of("one", 1.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BettingRules(
                        standard.strategy(),
                        Cutoff.IN_PLAY,
                        Set.of(),
                        0,
                        standard.staking(),
                        standard.kelly(),
                        1,
                        1,
                        Map.of(),
                        Duration.ZERO,
                        1))
                .withMessageContaining("IN_PLAY");
    }

    private static BettingRules rules(Set<String> bookmakers, Duration delay, Map<String, Double> commission) {
        BettingRules standard = BettingRules.standard();
        return new BettingRules(
                standard.strategy(),
                standard.at(),
                bookmakers,
                standard.minimumEdge(),
                standard.staking(),
                standard.kelly(),
                standard.flatStake(),
                standard.limit(),
                commission,
                delay,
                standard.seed());
    }

    private static BettingRules random(long seed) {
        BettingRules standard = BettingRules.standard();
        return new BettingRules(
                BettingRules.Strategy.RANDOM,
                Cutoff.OPENING,
                Set.of(),
                0,
                BettingRules.Staking.FLAT,
                standard.kelly(),
                0.001,
                1,
                Map.of(),
                Duration.ZERO,
                seed);
    }

    private static List<Bet> bets(BacktestMatch match, BettingRules rules) {
        return bookkeeping(match, rules).settled().stream().map(SettledBet::bet).toList();
    }

    private static Bookkeeping bookkeeping(BacktestMatch match, BettingRules rules) {
        Bookkeeping bookkeeping = new Bookkeeping(rules, new FairPrices(MarginRemovals.of("power")));
        bookkeeping.consider(match, OPENED, HOME_HALF);
        bookkeeping.place();
        bookkeeping.settle(match);
        return bookkeeping;
    }

    private static BacktestMatch match(List<Quote> opening, List<Quote> closing) {
        return new BacktestMatch(
                "soccer:eng.1:2021-22:a:b",
                "E0",
                "eng.1",
                "2021-22",
                LocalDate.of(2022, 5, 7),
                "A",
                "B",
                "a",
                "b",
                KICKOFF,
                KICKOFF.plus(Duration.ofHours(2)),
                new Score(1, 0),
                MatchStatistics.UNKNOWN,
                opening,
                closing,
                List.of(),
                BacktestMatch.Averages.NONE);
    }

    private static Quote quote(String bookmaker, double home, double draw, double away, Instant at) {
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket("MATCH_RESULT")
                .setPrices(List.of(
                        new Price("HOME", home, null, null, null),
                        new Price("DRAW", draw, null, null, null),
                        new Price("AWAY", away, null, null, null)))
                .setObservedAt(at)
                .build();
    }
}
