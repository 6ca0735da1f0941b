package io.touchline.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Nothing from before the last event of the match, and nothing within a pause after it: prices and models both need that long to take it in. Bookmakers hear of a goal first and take no bets for a
 * moment: until the match has been heard of after that, a new price is judged by a score that may be old.
 *
 * @param pause event time
 */
public record MatchEventRule(Duration pause) implements AlertRule {

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        Instant suspended = situation.suspendedAt();
        Instant heard = situation.heardAt();
        if (situation.inPlay()
                && suspended != null
                && !situation.at().isBefore(suspended)
                && (heard == null || !heard.isAfter(suspended))) {
            return Optional.of(Refusal.UNEXPLAINED);
        }
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
