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
 */
public record Situation(
        Prediction prediction,
        Instant at,
        Instant kickoffAt,
        @Nullable Instant lastEventAt,
        boolean playing) {

    /** True where the prediction is one of the running match. */
    public boolean inPlay() {
        return prediction.getCutoff().equals("IN_PLAY");
    }
}
