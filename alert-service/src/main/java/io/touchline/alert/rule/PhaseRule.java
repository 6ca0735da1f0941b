package io.touchline.alert.rule;

import java.util.Optional;

/** Prices from before kickoff are judged before kickoff by predictions from before kickoff; prices of the running match by predictions of the running match. */
public final class PhaseRule implements AlertRule {

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        if (!situation.playing()) {
            return Optional.of(Refusal.NOT_PLAYED);
        }
        boolean started = !situation.at().isBefore(situation.kickoffAt());
        boolean fits = offer.inPlay() == situation.inPlay() && (situation.inPlay() || !started);
        return fits ? Optional.empty() : Optional.of(Refusal.WRONG_PHASE);
    }
}
