package io.touchline.odds;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.domain.market.MarketType;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import java.util.HashMap;
import java.util.Map;

/** What the price books tell of themselves: {@code odds.updates{result}}, {@code odds.snapshots}, {@code odds.overround{market}}, {@code odds.bookmakers{market}}, {@code odds.arbitrage}. */
final class OddsMeters {

    private final Counter changed;
    private final Counter unchanged;
    private final Counter arbitrage;
    private final Counter snapshots;
    private final Map<String, DistributionSummary> overrounds = new HashMap<>();
    private final Map<String, DistributionSummary> bookmakers = new HashMap<>();

    OddsMeters(MeterRegistry meters) {
        changed = meters.counter("odds.updates", "result", "changed");
        unchanged = meters.counter("odds.updates", "result", "unchanged");
        arbitrage = meters.counter("odds.arbitrage");
        snapshots = meters.counter("odds.snapshots");
        for (MarketType each : MarketType.values()) {
            overrounds.put(each.name(), meters.summary("odds.overround", "market", each.name()));
            bookmakers.put(each.name(), meters.summary("odds.bookmakers", "market", each.name()));
        }
    }

    void unchanged() {
        unchanged.increment();
    }

    void changed() {
        changed.increment();
    }

    void told(MarketSnapshot snapshot) {
        snapshots.increment();
        arbitrage.increment(snapshot.getArbitrage().size());
        for (MarketPrices market : snapshot.getMarkets()) {
            DistributionSummary overround = overrounds.get(market.getMarket());
            DistributionSummary count = bookmakers.get(market.getMarket());
            if (overround != null && count != null) {
                overround.record(market.getOverround());
                count.record(market.getBookmakers());
            }
        }
    }
}
