package io.touchline.prediction.backtest.report;

import io.touchline.prediction.backtest.SettledBet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bets day by day, with every figure that can be made of some of the days. */
final class BetDays {

    private static final double DAYS_A_YEAR = 365.25;

    private final List<List<SettledBet>> days;
    private final boolean compounds;
    private final double daysAYear;

    /**
     * Of bets in the order of their settlement.
     *
     * @param compounds whether stakes are shares of what the bankroll is then, so that days multiply rather than add up
     */
    BetDays(List<SettledBet> bets, boolean compounds) {
        Map<LocalDate, List<SettledBet>> byDay = new TreeMap<>();
        bets.forEach(bet -> byDay.computeIfAbsent(bet.bet().match().date(), day -> new ArrayList<>())
                .add(bet));
        this.days = List.copyOf(byDay.values());
        this.compounds = compounds;
        List<LocalDate> dates = List.copyOf(byDay.keySet());
        double years = dates.size() < 2 ? 0 : ChronoUnit.DAYS.between(dates.getFirst(), dates.getLast()) / DAYS_A_YEAR;
        this.daysAYear = years > 0 ? dates.size() / years : Double.NaN;
    }

    int count() {
        return days.size();
    }

    /** Profit per unit staked. */
    double yield(int[] picked) {
        double profit = 0;
        double staked = 0;
        for (int day : picked) {
            for (SettledBet bet : days.get(day)) {
                profit += bet.profit();
                staked += bet.bet().staked();
            }
        }
        return profit / staked;
    }

    /** What these days made of a bankroll of 1, less that 1. */
    double roi(int[] picked) {
        double value = 1;
        for (int day : picked) {
            value = compounds ? value * (1 + dayReturn(day)) : value + dayReturn(day);
        }
        return value - 1;
    }

    /** Profit per bet of one unit each. */
    double flatYield(int[] picked) {
        double profit = 0;
        int count = 0;
        for (int day : picked) {
            for (SettledBet bet : days.get(day)) {
                profit += bet.unitProfit();
                count++;
            }
        }
        return profit / count;
    }

    /** Mean closing-line value over bets whose market closed. */
    double clv(int[] picked) {
        double sum = 0;
        int count = 0;
        for (int day : picked) {
            for (SettledBet bet : days.get(day)) {
                double clv = bet.bet().clv();
                if (Double.isFinite(clv)) {
                    sum += clv;
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** Everything won over everything lost, of one unit each. */
    double profitFactor(int[] picked) {
        double won = 0;
        double lost = 0;
        for (int day : picked) {
            for (SettledBet bet : days.get(day)) {
                double profit = bet.unitProfit();
                won += Math.max(0, profit);
                lost += Math.max(0, -profit);
            }
        }
        return won / lost;
    }

    /** Mean of the days' returns on bankroll over their deviation, for a year's betting days. Sharpe, W. F. (1994). The Sharpe ratio. Journal of Portfolio Management 21, 49-58. */
    double sharpe(int[] picked) {
        double sum = 0;
        double squares = 0;
        for (int day : picked) {
            double value = dayReturn(day);
            sum += value;
            squares += value * value;
        }
        double mean = sum / picked.length;
        double variance = (squares - sum * mean) / (picked.length - 1);
        return mean / Math.sqrt(variance) * Math.sqrt(daysAYear);
    }

    /** The greatest fall from a peak: as a share of the peak where stakes compound, else in bankrolls of the start. */
    double drawdown(int[] picked) {
        double value = 1;
        double peak = 1;
        double worst = 0;
        for (int day : picked) {
            value = compounds ? value * (1 + dayReturn(day)) : value + dayReturn(day);
            peak = Math.max(peak, value);
            worst = Math.max(worst, compounds ? 1 - value / peak : peak - value);
        }
        return worst;
    }

    /** Most bets in a row that were won. */
    double winningStreak(int[] picked) {
        return streak(picked, 1);
    }

    /** Most bets in a row that were lost. */
    double losingStreak(int[] picked) {
        return streak(picked, -1);
    }

    private double streak(int[] picked, int sign) {
        int longest = 0;
        int run = 0;
        for (int day : picked) {
            for (SettledBet bet : days.get(day)) {
                double profit = bet.profit();
                if (profit != 0) {
                    run = Math.signum(profit) == sign ? run + 1 : 0;
                    longest = Math.max(longest, run);
                }
            }
        }
        return longest;
    }

    private double dayReturn(int day) {
        double sum = 0;
        for (SettledBet bet : days.get(day)) {
            sum += bet.bet().stake() * bet.unitProfit();
        }
        return sum;
    }
}
