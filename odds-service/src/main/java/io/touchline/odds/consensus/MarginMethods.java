package io.touchline.odds.consensus;

import io.touchline.domain.devig.MarginRemoval;
import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.market.MarketType;
import java.util.EnumMap;
import java.util.Map;

/** Which margin removal each market takes. */
public final class MarginMethods {

    private final Map<MarketType, MarginRemoval> methods = new EnumMap<>(MarketType.class);

    /**
     * @param byDefault name of the method of every market that {@code byMarket} does not name
     * @param byMarket names by market
     * @throws IllegalArgumentException where no method has such a name
     */
    public MarginMethods(String byDefault, Map<MarketType, String> byMarket) {
        for (MarketType each : MarketType.values()) {
            methods.put(each, MarginRemovals.of(byMarket.getOrDefault(each, byDefault)));
        }
        // two of three selections win: methods other than scaling can leave a probability above 1
        methods.put(MarketType.DOUBLE_CHANCE, MarginRemovals.of("multiplicative"));
    }

    /** The market's own. */
    public MarginRemoval of(MarketType market) {
        MarginRemoval method = methods.get(market);
        if (method == null) {
            throw new IllegalStateException("no margin removal for " + market);
        }
        return method;
    }
}
