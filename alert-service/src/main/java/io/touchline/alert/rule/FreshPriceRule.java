package io.touchline.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * No price older than its source's limit. Age is event time between the price's last confirmation and the judgement, so a replay ages prices as the day itself did.
 *
 * @param maxAge for a source without a limit of its own
 * @param bySource limits of single sources
 */
public record FreshPriceRule(Duration maxAge, Map<String, Duration> bySource) implements AlertRule {

    public FreshPriceRule {
        bySource = Map.copyOf(bySource);
    }

    /** How old a price of a source may be. */
    public Duration maxAge(String source) {
        return bySource.getOrDefault(source, maxAge);
    }

    /** The last moment at which a price is fresh. */
    public Instant freshUntil(String source, Instant observedAt) {
        return observedAt.plus(maxAge(source));
    }

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        return situation.at().isAfter(freshUntil(offer.source(), offer.observedAt()))
                ? Optional.of(Refusal.PRICE_STALE)
                : Optional.empty();
    }
}
