package io.touchline.gateway.rest;

import io.touchline.gateway.rest.PredictionAnswers.Chance;
import io.touchline.gateway.rest.PredictionAnswers.Vote;
import io.touchline.gateway.rest.PredictionAnswers.Why;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers about alerts. */
final class AlertAnswers {

    private AlertAnswers() {}

    @Meaning("The latest event of a value alert.")
    record Alert(
            String alertId,
            @Meaning("OPENED, UPDATED, CLOSED or GRADED") String state,

            @Meaning("running number of the event within the alert, from 1")
            int sequence,

            @Meaning("when this event happened") Instant at,

            @Meaning("null unless closed or graded") @Nullable String closeReason,

            String matchId,
            String match,
            String competition,
            Instant kickoffAt,
            String market,
            @Nullable Double line,
            String selection,
            String bookmaker,
            String source,
            @Meaning("decimal odds now") double odds,
            @Meaning("the odds taken") double openingOdds,
            Instant priceObservedAt,
            @Meaning("milliseconds, at this event") long priceAgeMillis,
            @Meaning("that the bet wins") double probability,

            @Meaning("of all selections of the market, by our models")
            List<Chance> fairProbabilities,

            @Meaning("of the bookmakers' consensus; null where there is none") @Nullable Double marketProbability,

            @Meaning("expected profit per unit staked") double edge,
            @Meaning("fraction of bankroll") double stake,
            @Meaning("0 to 1") double confidence,
            String modelVersion,
            List<Vote> votes,
            List<Why> reasons,

            @Meaning("when the price goes stale or the match starts")
            Instant expiresAt,

            @Meaning("WON, HALF_WON, PUSH, HALF_LOST, LOST or VOID; null unless graded") @Nullable String result,

            @Meaning("per unit staked; null unless graded") @Nullable Double profit,

            @Meaning("null unless graded, or where the market did not close") @Nullable Double closingFairProbability,

            @Meaning("odds taken x fair closing probability - 1") @Nullable Double clv) {}

    static boolean isOpen(ValueAlert alert) {
        return alert.getState().equals("OPENED") || alert.getState().equals("UPDATED");
    }

    /** @param match its title */
    static Alert alert(ValueAlert alert, String match) {
        return new Alert(
                alert.getAlertId(),
                alert.getState(),
                alert.getSequence(),
                alert.getAt(),
                alert.getCloseReason(),
                alert.getFixtureId(),
                match,
                alert.getCompetition(),
                alert.getKickoffAt(),
                alert.getMarket(),
                alert.getLine(),
                alert.getSelection(),
                alert.getBookmaker(),
                alert.getSource(),
                alert.getOdds(),
                alert.getOpeningOdds(),
                alert.getPriceObservedAt(),
                alert.getPriceAgeMillis(),
                alert.getProbability(),
                PredictionAnswers.chances(alert.getFairProbabilities()),
                alert.getMarketProbability(),
                alert.getEdge(),
                alert.getStake(),
                alert.getConfidence(),
                alert.getModelVersion(),
                PredictionAnswers.votes(alert.getVotes()),
                PredictionAnswers.reasons(alert.getReasons()),
                alert.getExpiresAt(),
                alert.getResult(),
                alert.getProfit(),
                alert.getClosingFairProbability(),
                alert.getClv());
    }
}
