package io.touchline.prediction.backtest;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Settlements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What every price on offer would have paid: what a bettor without knowledge chooses from. */
public final class OfferPool {

    private final Map<MarketType, List<double[]>> paid = new EnumMap<>(MarketType.class);

    void add(BacktestMatch match, List<Offer> offers) {
        for (Offer offer : offers) {
            double profit = Settlements.settle(offer.market(), offer.line(), offer.selection(), match.score())
                    .profit(offer.odds());
            paid.computeIfAbsent(offer.market(), unused -> new ArrayList<>()).add(new double[] {offer.odds(), profit});
        }
    }

    /** Odds and profit per unit of every price of a market that was on offer. */
    public List<double[]> of(MarketType market) {
        return paid.getOrDefault(market, List.of());
    }
}
