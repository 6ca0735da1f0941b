package io.touchline.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * No price older than its source's limit. Age is event time between the price's last confirmation and the judgement, so a replay ages prices as the day itself did.
 *
 * @param maxAge for a source without a limit of its own, and the most for every source once the match runs: by then prices move by the minute, and one that does not is no longer meant
 * @param bySource limits of single sources before kickoff, and in play where they are shorter
 */
public record FreshPriceRule(Duration maxAge, Map<String, Duration> bySource) implements AlertRule {

    public FreshPriceRule {
        bySource = Map.copyOf(bySource);
    }

    /** How old a price of a source may be before kickoff. */
    public Duration maxAge(String source) {
        return bySource.getOrDefault(source, maxAge);
    }

    /**
     * The last moment at which a price is fresh.
     *
     * @param inPlay whether it is one of the running match
     */
    public Instant freshUntil(String source, Instant observedAt, boolean inPlay) {
        Duration limit = maxAge(source);
        return observedAt.plus(inPlay && limit.compareTo(maxAge) > 0 ? maxAge : limit);
    }

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        return situation.at().isAfter(freshUntil(offer.source(), offer.observedAt(), offer.inPlay()))
                ? Optional.of(Refusal.PRICE_STALE)
                : Optional.empty();
    }
}
