package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.Lines;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Outcome;
import io.touchline.domain.market.Selection;
import io.touchline.domain.market.Settlements;
import io.touchline.domain.odds.Edge;
import io.touchline.domain.stake.SimultaneousKelly;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bets on opening prices: in each market of a match the selection and bookmaker with the greatest edge, if it passes the minimum; all bets of one moment are staked
 * together, and beside what is still open. Markets: result, total goals, Asian handicap on half lines (where a bet either wins or loses, so that edge is probability × odds − 1).
 */
final class Bookkeeping {

    private final BacktestSettings settings;
    private final FairPrices prices;
    private final List<Bet> waiting = new ArrayList<>();
    private final Map<String, List<Bet>> open = new LinkedHashMap<>();
    private final List<SettledBet> settled = new ArrayList<>();
    private double bankroll = 1;
    private double exposed;

    Bookkeeping(BacktestSettings settings, FairPrices prices) {
        this.settings = settings;
        this.prices = prices;
    }

    /** Looks for bets on a match at the time of its opening vector. */
    void consider(BacktestMatch match, Instant at, ScoreGrid grid) {
        Map<MarketType, Bet> best = new EnumMap<>(MarketType.class);
        for (Quote quote : match.opening()) {
            MarketType market = MarketType.valueOf(quote.getMarket());
            Double line = quote.getLine();
            boolean winsOrLoses = line == null || Math.abs(line * 2) % 2 == 1 && !Lines.isSplit(line);
            if (!winsOrLoses || quote.getObservedAt().isAfter(at)) {
                continue;
            }
            for (Price price : quote.getPrices()) {
                Double odds = price.getBackOdds();
                if (odds == null) {
                    continue;
                }
                double probability = grid.probability(market, line, price.getSelection());
                double edge = Edge.of(probability, odds);
                Bet held = best.get(market);
                if (edge > settings.minimumEdge() && (held == null || edge > held.edge())) {
                    best.put(
                            market,
                            new Bet(
                                    match,
                                    at,
                                    grid,
                                    market,
                                    line,
                                    price.getSelection(),
                                    quote.getBookmaker(),
                                    odds,
                                    probability,
                                    edge,
                                    0,
                                    0,
                                    Double.NaN));
                }
            }
        }
        waiting.addAll(best.values());
    }

    /** Stakes everything that was considered at one moment. */
    void place() {
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, List<Bet>> byMatch = new LinkedHashMap<>();
        waiting.forEach(bet -> byMatch.computeIfAbsent(bet.match().fixtureId(), id -> new ArrayList<>())
                .add(bet));
        List<SimultaneousKelly.Match> matches =
                byMatch.values().stream().map(Bookkeeping::scenarios).toList();
        double[] stakes = SimultaneousKelly.stakes(matches, settings.staking(), exposed / bankroll);
        int next = 0;
        for (List<Bet> bets : byMatch.values()) {
            for (Bet bet : bets) {
                double stake = stakes[next++];
                if (stake > 0) {
                    Bet placed = bet.staked(stake, bankroll, closingFair(bet));
                    exposed += placed.staked();
                    open.computeIfAbsent(bet.match().fixtureId(), id -> new ArrayList<>())
                            .add(placed);
                }
            }
        }
        waiting.clear();
    }

    /** Groups the scores of a match that pay the same to all bets on it. */
    private static SimultaneousKelly.Match scenarios(List<Bet> bets) {
        Map<List<Double>, Double> chances = new LinkedHashMap<>();
        ScoreGrid grid = bets.getFirst().grid();
        for (int home = 0; home < ScoreGrid.SIZE; home++) {
            for (int away = 0; away < ScoreGrid.SIZE; away++) {
                Score score = new Score(home, away);
                List<Double> profits = bets.stream()
                        .map(bet -> Settlements.settle(bet.market(), bet.line(), bet.selection(), score)
                                .profit(bet.odds()))
                        .toList();
                chances.merge(profits, grid.score(home, away), Double::sum);
            }
        }
        List<List<Double>> byBet = new ArrayList<>();
        for (int i = 0; i < bets.size(); i++) {
            int bet = i;
            byBet.add(chances.keySet().stream().map(profits -> profits.get(bet)).toList());
        }
        return new SimultaneousKelly.Match(List.copyOf(chances.values()), byBet);
    }

    private double closingFair(Bet bet) {
        double[] fair = prices.sharpest(bet.match().closing(), bet.market(), bet.line());
        return fair == null ? Double.NaN : fair[bet.market().selections().indexOf(Selection.valueOf(bet.selection()))];
    }

    /** Pays the bets on a match. */
    void settle(BacktestMatch match) {
        List<Bet> bets = open.remove(match.fixtureId());
        if (bets == null) {
            return;
        }
        for (Bet bet : bets) {
            Outcome outcome = Settlements.settle(bet.market(), bet.line(), bet.selection(), match.score());
            double profit = bet.staked() * outcome.profit(bet.odds());
            exposed -= bet.staked();
            bankroll += profit;
            settled.add(new SettledBet(bet, outcome, profit, bankroll));
        }
        if (open.isEmpty()) {
            exposed = 0;
        }
    }

    /** In the order of settlement. */
    List<SettledBet> settled() {
        return settled;
    }
}
