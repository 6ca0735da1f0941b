package io.touchline.alert.rule;

import io.touchline.schema.Prediction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The match at the moment of a judgement.
 *
 * @param prediction that judges
 * @param at event time of the judgement: the prediction's asOf
 * @param kickoffAt scheduled start
 * @param lastEventAt when something last happened that moves prices (goal, goal taken back, red card, penalty, VAR check, kickoff, final whistle); null before the first
 * @param playing false while the fixture is postponed, abandoned, cancelled or over
 * @param matchSource the source that told the match's newest state; empty before the first
 * @param heardAt when the match's newest state was observed; null before the first
 * @param suspendedAt when a bookmaker last took no bets on the running match's result; null before the first time
 * @param market the consensus at that moment
 */
public record Situation(
        Prediction prediction,
        Instant at,
        Instant kickoffAt,
        @Nullable Instant lastEventAt,
        boolean playing,
        String matchSource,
        @Nullable Instant heardAt,
        @Nullable Instant suspendedAt,
        Market market) {

    /** What the market itself thinks. */
    @FunctionalInterface
    public interface Market {

        /** Nobody knows. */
        Market UNKNOWN = offer -> null;

        /** Fair probability of an offer by the consensus, stakes that are returned left out; null where there is none that still holds. */
        @Nullable Double probability(Offer offer);
    }

    /** True where the prediction is one of the running match. */
    public boolean inPlay() {
        return prediction.getCutoff().equals("IN_PLAY");
    }
}
