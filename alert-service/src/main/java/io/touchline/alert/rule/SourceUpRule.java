package io.touchline.alert.rule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No price of a source that is down, however fresh the price still is; in play none either while the source that tells the match is down, as a goal would stay unknown.
 *
 * @param trust says which are
 */
public record SourceUpRule(SourceTrust trust) implements AlertRule {

    /** Since when a source is down; null while it is trusted. */
    public @Nullable Instant downSince(String source) {
        return trust.downSince(source);
    }

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        boolean blind = situation.inPlay() && downSince(situation.matchSource()) != null;
        return downSince(offer.source()) == null && !blind ? Optional.empty() : Optional.of(Refusal.SOURCE_DOWN);
    }
}
