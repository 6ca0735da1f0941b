package io.touchline.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Nothing from before the last event of the match, and nothing within a pause after it: prices and models both need that long to take it in.
 *
 * @param pause event time
 */
public record MatchEventRule(Duration pause) implements AlertRule {

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        Instant event = situation.lastEventAt();
        if (event == null) {
            return Optional.empty();
        }
        if (situation.at().isBefore(event) || offer.observedAt().isBefore(event)) {
            return Optional.of(Refusal.OLDER_THAN_EVENT);
        }
        return situation.at().isBefore(event.plus(pause)) ? Optional.of(Refusal.PAUSED) : Optional.empty();
    }
}
