package io.touchline.prediction.backtest.report;

import io.touchline.prediction.backtest.Bet;
import io.touchline.prediction.backtest.SettledBet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Bets by division, season, market, bookmaker and band of odds. */
final class BetSegments {

    private static final double[] BANDS = {1.5, 2, 3, 5, 10};

    private BetSegments() {}

    /** Measures by kind of segment and segment, in a fixed order. */
    static Map<String, Map<String, BetMeasures>> of(List<SettledBet> bets, boolean compounds) {
        Map<String, Map<String, BetMeasures>> segments = new LinkedHashMap<>();
        segments.put("division", by(bets, compounds, bet -> bet.match().division()));
        segments.put("season", by(bets, compounds, bet -> bet.match().season()));
        segments.put("market", by(bets, compounds, bet -> bet.market().name()));
        segments.put("bookmaker", by(bets, compounds, Bet::bookmaker));
        segments.put("odds", by(bets, compounds, bet -> band(bet.odds())));
        return segments;
    }

    private static Map<String, BetMeasures> by(
            List<SettledBet> bets, boolean compounds, Function<Bet, String> segment) {
        Map<String, List<SettledBet>> split = new TreeMap<>();
        bets.forEach(bet -> split.computeIfAbsent(segment.apply(bet.bet()), name -> new ArrayList<>())
                .add(bet));
        Map<String, BetMeasures> measured = new LinkedHashMap<>();
        split.forEach((name, some) -> measured.put(name, BetMeasures.of(some, compounds)));
        return measured;
    }

    /** Named so that the order of names is that of odds. */
    private static String band(double odds) {
        double from = 1;
        for (double to : BANDS) {
            if (odds < to) {
                return String.format(Locale.ROOT, "%04.1f to %04.1f", from, to);
            }
            from = to;
        }
        return String.format(Locale.ROOT, "%04.1f and more", from);
    }
}
