package io.touchline.prediction.backtest.report;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.backtest.OfferPool;
import io.touchline.prediction.backtest.SettledBet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The bets beside random ones of the same odds: each is replaced by a price drawn from the {@link #NEIGHBOURS} of its market whose odds are nearest, {@link #ROUNDS} times over. So neither the length of
 * the odds nor the market explains a difference.
 *
 * @param flatYield of the random bets, one unit each: mean, and the middle 95 % of the rounds
 * @param asGood share of rounds whose yield is that of the bets or more: small where the bets were better than luck
 */
record RandomBets(ConfidenceInterval flatYield, double asGood) {

    static final int ROUNDS = 2_000;

    static final int NEIGHBOURS = 200;

    private static final long SEED = 21;

    static RandomBets of(List<SettledBet> bets, OfferPool pool) {
        if (bets.isEmpty()) {
            return new RandomBets(new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN, 0), Double.NaN);
        }
        Map<MarketType, double[][]> sorted = new EnumMap<>(MarketType.class);
        double[][] markets = new double[bets.size()][];
        int[] from = new int[bets.size()];
        double own = 0;
        for (int i = 0; i < markets.length; i++) {
            SettledBet settled = bets.get(i);
            double[][] market = sorted.computeIfAbsent(settled.bet().market(), type -> byOdds(pool.of(type)));
            markets[i] = market[1];
            int at = Arrays.binarySearch(market[0], settled.bet().odds());
            at = at < 0 ? -at - 1 : at;
            from[i] = Math.clamp(at - NEIGHBOURS / 2, 0, Math.max(0, market[0].length - NEIGHBOURS));
            own += settled.unitProfit() / bets.size();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] yields = new double[ROUNDS];
        int asGood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            for (int i = 0; i < markets.length; i++) {
                sum += markets[i][from[i] + random.nextInt(Math.min(NEIGHBOURS, markets[i].length))];
            }
            yields[round] = sum / markets.length;
            asGood += yields[round] >= own ? 1 : 0;
        }
        Arrays.sort(yields);
        return new RandomBets(
                new ConfidenceInterval(
                        Arrays.stream(yields).average().orElse(Double.NaN),
                        yields[(int) (0.025 * ROUNDS)],
                        yields[(int) (0.975 * ROUNDS)],
                        bets.size()),
                (asGood + 1.0) / (ROUNDS + 1));
    }

    /** Odds in order, and what they paid. */
    private static double[][] byOdds(List<double[]> prices) {
        List<double[]> sorted = prices.stream()
                .sorted(Comparator.comparingDouble(price -> price[0]))
                .toList();
        return new double[][] {
            sorted.stream().mapToDouble(price -> price[0]).toArray(),
            sorted.stream().mapToDouble(price -> price[1]).toArray()
        };
    }
}
