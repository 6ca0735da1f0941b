package io.touchline.simulator.market;

import io.touchline.simulator.league.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a bookmaker's opinion into odds on the board: its own error, its margin, the steps that odds come in. */
public final class Quoter {

    private static final double LOWEST = 1.01;
    private static final double HIGHEST = 101;

    /** An exchange's lay odds stand this share of the profit above its back odds. */
    private static final double SPREAD = 0.02;

    private final Bookmaker bookmaker;
    private final Seed seed;

    Quoter(Bookmaker bookmaker, Seed seed) {
        this.bookmaker = bookmaker;
        this.seed = seed;
    }

    /** Always on the board. */
    MarketPrice quote(MarketPrice.Kind kind, @Nullable Double line, double[] fair) {
        List<Double> back = new ArrayList<>();
        List<Double> lay = new ArrayList<>();
        double[] believed = believed(kind.name(), fair);
        for (double probability : believed) {
            double odds = 1 / (probability * (1 + bookmaker.margin()));
            back.add(onBoard(odds));
            if (bookmaker.exchange() && kind == MarketPrice.Kind.MATCH_RESULT) {
                double fairOdds = 1 / probability;
                lay.add(Math.max(onBoard(fairOdds + SPREAD * (fairOdds - 1)), onBoard(odds) + 0.01));
            }
        }
        return new MarketPrice(kind, line, List.copyOf(back), List.copyOf(lay));
    }

    /** Empty once the market is all but decided, when bookmakers take it off the board. */
    Optional<MarketPrice> find(MarketPrice.Kind kind, @Nullable Double line, double[] fair) {
        for (double probability : fair) {
            if (probability < 0.012) {
                return Optional.empty();
            }
        }
        return Optional.of(quote(kind, line, fair));
    }

    /** Odds to back, in the order of the probabilities; the name tells this market's errors from others'. */
    List<Double> odds(String name, double[] fair) {
        List<Double> odds = new ArrayList<>();
        for (double probability : believed(name, fair)) {
            odds.add(onBoard(1 / (probability * (1 + bookmaker.margin()))));
        }
        return odds;
    }

    private double[] believed(String name, double[] fair) {
        double[] believed = new double[fair.length];
        double sum = 0;
        for (int i = 0; i < fair.length; i++) {
            double error = bookmaker.priceNoise() * seed.with(name).with(i).normal();
            believed[i] = fair[i] * Math.exp(error);
            sum += believed[i];
        }
        for (int i = 0; i < fair.length; i++) {
            believed[i] /= sum;
        }
        return believed;
    }

    private double onBoard(double odds) {
        double limited = Math.min(HIGHEST, Math.max(LOWEST, odds));
        double step = limited < 3 ? 0.01 : limited < 6 ? 0.05 : limited < 12 ? 0.1 : 0.5;
        return Math.max(LOWEST, Math.round(Math.round(limited / step) * step * 100) / 100.0);
    }
}
