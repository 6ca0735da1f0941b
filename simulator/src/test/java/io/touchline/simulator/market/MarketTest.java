package io.touchline.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.league.TrueRates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double MINIMUM_EDGE = 0.042;

    private final League league = League.of(START, 7, LeaguePlan.demo());
    private final Market market = new Market(league);
    private final List<Match> firstRounds = league.matchesBetween(START, START.plus(Duration.ofHours(12)));

    @Test
    void sameMomentSamePrices_whoeverAskedBefore() {
        Market other = new Market(league);
        Instant later = START.plus(Duration.ofMinutes(50));
        firstRounds.forEach(match -> other.at(match, START));
        for (Match match : firstRounds) {
            assertThat(other.at(match, later)).isEqualTo(market.at(match, later));
        }
    }

    @Test
    void overroundIsTheBookmakersMargin() {
        for (Match match : firstRounds.subList(0, 10)) {
            for (BookmakerPrices offer : market.at(match, START)) {
                for (MarketPrice price : offer.markets()) {
                    double overround =
                            price.back().stream().mapToDouble(odds -> 1 / odds).sum() - 1;
                    double margin = offer.bookmaker().margin();
                    // odds are rounded to the board's steps
                    assertThat(overround).isBetween(margin - 0.02, margin + 0.02);
                    for (int i = 0; i < price.lay().size(); i++) {
                        assertThat(price.lay().get(i))
                                .isGreaterThan(price.back().get(i));
                    }
                }
            }
        }
    }

    @Test
    void softBookmakersOfferValueNowAndThen_sharpOnesLessOften() {
        Map<Boolean, int[]> counts = new HashMap<>(Map.of(true, new int[2], false, new int[2]));
        for (int minute = 0; minute < 240; minute += 20) {
            Instant now = START.plus(Duration.ofMinutes(minute));
            for (Match match : firstRounds) {
                if (now.isBefore(match.kickoffAt())) {
                    // value by what was known then: what nobody can know yet is nobody's mistake
                    double[] known = fair(league.ratesKnownAt(match, now));
                    for (BookmakerPrices offer : market.at(match, now)) {
                        MarketPrice result = offer.markets().getFirst();
                        int[] count = counts.get(offer.bookmaker().margin() < 0.03);
                        for (int i = 0; i < 3; i++) {
                            count[0]++;
                            count[1] += known[i] * result.back().get(i) - 1 > MINIMUM_EDGE ? 1 : 0;
                        }
                    }
                }
            }
        }
        double soft = (double) counts.get(false)[1] / counts.get(false)[0];
        double sharp = (double) counts.get(true)[1] / counts.get(true)[0];
        assertThat(soft).isBetween(0.005, 0.10);
        assertThat(sharp).isLessThan(0.01);
    }

    @Test
    void sharpPricesAtTheCloseAreNearTheTruth() {
        double error = 0;
        for (Match match : firstRounds) {
            double[] truth = fair(league.trueRates(match));
            MarketPrice close = find("pinnacle", match, match.kickoffAt().minusSeconds(1));
            double sum = close.back().stream().mapToDouble(odds -> 1 / odds).sum();
            for (int i = 0; i < 3; i++) {
                error += Math.abs(1 / close.back().get(i) / sum - truth[i]) / (3 * firstRounds.size());
            }
        }
        assertThat(error).isLessThan(0.008);
    }

    @Test
    void everybodySuspendsAfterAGoal_andTheScorerIsShorterAfterwards() {
        Match match = firstRounds.stream()
                .filter(candidate -> onlyGoal(candidate).size() == 1)
                .findFirst()
                .orElseThrow();
        MatchEvent goal = onlyGoal(match).getFirst();
        Instant at = match.kickoffAt().plusSeconds(goal.elapsed());
        List<BookmakerPrices> during = market.at(match, at.plusSeconds(59));
        assertThat(during).hasSize(8).anyMatch(offer -> offer.markets().isEmpty());
        MarketPrice before = find("pinnacle", match, at.minusSeconds(1));
        MarketPrice after = find("pinnacle", match, at.plusSeconds(150));
        int scorer = goal.home() ? 0 : 2;
        assertThat(after.back().get(scorer)).isLessThan(before.back().get(scorer));
    }

    @Test
    void noPricesBeforeTheyOpenAndAfterTheEnd() {
        Match match = firstRounds.getLast();
        assertThat(market.at(match, match.kickoffAt().minus(Duration.ofHours(6))))
                .isEmpty();
        assertThat(market.at(match, match.kickoffAt().plus(Duration.ofHours(3))))
                .isEmpty();
        assertThat(market.at(match, match.kickoffAt().minus(Duration.ofHours(1))))
                .hasSize(8);
    }

    @Test
    void someSoftPricesAreOld_sharpOnesNever() {
        List<Duration> soft = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            Instant now = START.plus(Duration.ofMinutes(minute));
            for (Match match : firstRounds.subList(0, 10)) {
                for (BookmakerPrices offer : market.at(match, now)) {
                    Duration age = Duration.between(offer.lastUpdate(), now);
                    assertThat(age).isBetween(Duration.ZERO, Duration.ofMinutes(14));
                    if (offer.bookmaker().silent() > 0) {
                        soft.add(age);
                    } else {
                        assertThat(age).isLessThanOrEqualTo(offer.bookmaker().scanning());
                    }
                }
            }
        }
        double old = soft.stream()
                .filter(age -> age.compareTo(Duration.ofSeconds(90)) > 0)
                .count();
        assertThat(old / soft.size()).isBetween(0.005, 0.08);
    }

    /** The goal of a match that has just one, not too near to another event that would suspend it. */
    private List<MatchEvent> onlyGoal(Match match) {
        MatchView end = league.viewAt(match, match.kickoffAt().plus(Duration.ofHours(3)));
        List<MatchEvent> stopping = league.script(match).events().stream()
                .filter(event -> event.kind().isGoal() || event.kind() == MatchEvent.Kind.RED_CARD)
                .toList();
        boolean one = end.goals(true) + end.goals(false) == 1 && stopping.size() == 1;
        return one && stopping.getFirst().elapsed() > 300 && stopping.getFirst().elapsed() < 2300
                ? stopping
                : List.of();
    }

    private MarketPrice find(String bookmaker, Match match, Instant at) {
        return market.at(match, at).stream()
                .filter(offer -> offer.bookmaker().key().equals(bookmaker))
                .findFirst()
                .orElseThrow()
                .markets()
                .getFirst();
    }

    private static double[] fair(TrueRates rates) {
        return new Goals(rates.home(), rates.away()).matchResult(0);
    }
}
