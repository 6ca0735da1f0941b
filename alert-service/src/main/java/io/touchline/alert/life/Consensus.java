package io.touchline.alert.life;

import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fair probabilities of one market by the market itself at one moment.
 *
 * @param asOf of the snapshot
 * @param probabilities by selection
 */
record Consensus(Instant asOf, Map<String, Double> probabilities) {

    Consensus {
        probabilities = Map.copyOf(probabilities);
    }

    static Consensus of(Instant asOf, MarketPrices prices) {
        return new Consensus(
                asOf,
                prices.getPrices().stream()
                        .collect(Collectors.toMap(FairPrice::getSelection, FairPrice::getProbability, (a, b) -> b)));
    }

    /** The last of a list that was known by then; null where none was. */
    static @Nullable Consensus at(List<Consensus> list, Instant time) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (!list.get(i).asOf().isAfter(time)) {
                return list.get(i);
            }
        }
        return null;
    }
}
