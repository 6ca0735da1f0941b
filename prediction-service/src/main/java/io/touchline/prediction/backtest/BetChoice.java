package io.touchline.prediction.backtest;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Which of the prices on offer are taken: at most one of each market. */
final class BetChoice {

    private final BettingRules rules;

    BetChoice(BettingRules rules) {
        this.rules = rules;
    }

    /** The chosen of a match's offers. */
    List<Offer> of(BacktestMatch match, ScoreGrid grid, List<Offer> offers) {
        return switch (rules.strategy()) {
            case VALUE -> greatestEdges(grid, offers);
            case RANDOM -> byLot(match, offers);
        };
    }

    /** Whether a price that has moved since the choice is still taken. */
    boolean stillTakes(Offer offer, ScoreGrid grid) {
        return rules.strategy() == BettingRules.Strategy.RANDOM || offer.edge(grid) > rules.minimumEdge();
    }

    private List<Offer> greatestEdges(ScoreGrid grid, List<Offer> offers) {
        Map<MarketType, Offer> best = new EnumMap<>(MarketType.class);
        for (Offer offer : offers) {
            Offer held = best.get(offer.market());
            double edge = offer.edge(grid);
            if (edge > rules.minimumEdge() && (held == null || edge > held.edge(grid))) {
                best.put(offer.market(), offer);
            }
        }
        return List.copyOf(best.values());
    }

    /** The lot depends on seed and fixture alone, not on the order of matches. */
    private List<Offer> byLot(BacktestMatch match, List<Offer> offers) {
        SplittableRandom lot = new SplittableRandom(
                rules.seed() * 0x9E3779B97F4A7C15L + match.fixtureId().hashCode());
        Map<MarketType, List<List<Offer>>> quotes = new EnumMap<>(MarketType.class);
        for (int from = 0; from < offers.size(); ) {
            Offer first = offers.get(from);
            int size = first.market().selections().size();
            if (Double.isNaN(first.overround())) {
                from++;
                continue;
            }
            quotes.computeIfAbsent(first.market(), unused -> new ArrayList<>()).add(offers.subList(from, from + size));
            from += size;
        }
        List<Offer> chosen = new ArrayList<>();
        quotes.values().forEach(market -> chosen.add(one(market.get(lot.nextInt(market.size())), lot.nextDouble())));
        return chosen;
    }

    private static Offer one(List<Offer> quote, double drawn) {
        double left = drawn * quote.getFirst().overround();
        for (Offer offer : quote) {
            left -= 1 / offer.odds();
            if (left < 0) {
                return offer;
            }
        }
        return quote.getLast();
    }
}
