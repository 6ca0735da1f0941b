package io.touchline.domain.odds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A set of bets, one on each selection of a market, that pays the same whatever happens and more than it costs.
 *
 * <p>Odds 2.10 and 2.05 at two bookmakers: stakes 0.493976 and 0.506024 return 1.037349 either way, a profit of 3.73 %; run as
 * {@code EdgeTest#arbitrage_twoWayMarket}.
 *
 * @param stakes share of the whole stake on each selection, in the order of the odds; they sum to 1
 * @param profit guaranteed profit per unit of the whole stake, above 0
 */
public record Arbitrage(List<Double> stakes, double profit) {

    public Arbitrage {
        stakes = List.copyOf(stakes);
    }

    /** Looks at the best odds of every selection of one market; empty where they do not beat 100 %. */
    public static Optional<Arbitrage> find(double... bestOdds) {
        double book = Overround.of(bestOdds) + 1;
        if (bestOdds.length < 2 || book >= 1) {
            return Optional.empty();
        }
        List<Double> stakes =
                Arrays.stream(bestOdds).mapToObj(odds -> 1 / odds / book).toList();
        return Optional.of(new Arbitrage(stakes, 1 / book - 1));
    }
}
