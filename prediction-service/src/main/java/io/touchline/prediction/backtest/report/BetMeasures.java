package io.touchline.prediction.backtest.report;

import io.touchline.domain.measure.ClusterBootstrap;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.backtest.SettledBet;
import java.util.List;

/**
 * How some bets did. Intervals are of a bootstrap over days of betting, {@link #ROUNDS} draws; that of the hit rate is Wilson's.
 *
 * @param bets how many
 * @param staked sum, in bankrolls of the start
 * @param profit sum, in the same
 * @param roi return on investment: by how much these bets alone would have changed the bankroll of the start
 * @param hitRate share of bets won
 * @param yield profit per unit staked, stakes as they were
 * @param flatYield profit per bet of one unit each
 * @param noKnowledge what bets by lot on the same quotes return in the mean, the selection with chances in proportion to its inverse odds: 1 / overround − 1
 * @param clv closing-line value over bets whose market closed
 * @param profitFactor won over lost, one unit a bet
 * @param sharpe of the days' returns, for a year
 * @param drawdown greatest fall from a peak, as a share of it (with flat stakes in bankrolls of the start)
 * @param winningStreak most bets in a row that were won
 * @param losingStreak most bets in a row that were lost
 * @param betsStillNeeded further bets like these until the interval of the mean CLV leaves out 0; −1 where that cannot be said
 * @param betsStillNeededForYield the same for the flat yield
 */
record BetMeasures(
        int bets,
        double staked,
        double profit,
        ConfidenceInterval roi,
        ConfidenceInterval hitRate,
        ConfidenceInterval yield,
        ConfidenceInterval flatYield,
        double noKnowledge,
        ConfidenceInterval clv,
        ConfidenceInterval profitFactor,
        ConfidenceInterval sharpe,
        ConfidenceInterval drawdown,
        ConfidenceInterval winningStreak,
        ConfidenceInterval losingStreak,
        long betsStillNeeded,
        long betsStillNeededForYield) {

    static final int ROUNDS = 1_000;

    private static final long SEED = 20;

    /**
     * Measures bets.
     *
     * @param settled in the order of settlement
     * @param compounds whether stakes are shares of what the bankroll is then
     */
    static BetMeasures of(List<SettledBet> settled, boolean compounds) {
        BetDays days = new BetDays(settled, compounds);
        ClusterBootstrap bootstrap = new ClusterBootstrap(days.count(), settled.size(), ROUNDS, SEED);
        double[] clv = settled.stream()
                .mapToDouble(bet -> bet.bet().clv())
                .filter(Double::isFinite)
                .toArray();
        int won = (int) settled.stream().filter(bet -> bet.profit() > 0).count();
        return new BetMeasures(
                settled.size(),
                settled.stream().mapToDouble(bet -> bet.bet().staked()).sum(),
                settled.stream().mapToDouble(SettledBet::profit).sum(),
                bootstrap.of(days::roi),
                ConfidenceInterval.ofProportion(won, settled.size()),
                bootstrap.of(days::yield),
                bootstrap.of(days::flatYield),
                settled.stream()
                        .mapToDouble(bet -> 1 / bet.bet().overround() - 1)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN),
                counted(bootstrap.of(days::clv), clv.length),
                bootstrap.of(days::profitFactor),
                bootstrap.of(days::sharpe),
                bootstrap.of(days::drawdown),
                bootstrap.of(days::winningStreak),
                bootstrap.of(days::losingStreak),
                needed(clv),
                needed(settled.stream().mapToDouble(SettledBet::unitProfit).toArray()));
    }

    private static ConfidenceInterval counted(ConfidenceInterval interval, int count) {
        return new ConfidenceInterval(interval.estimate(), interval.lower(), interval.upper(), count);
    }

    private static long needed(double[] values) {
        long needed = ConfidenceInterval.stillNeeded(values);
        return needed == Long.MAX_VALUE ? -1 : needed;
    }
}
