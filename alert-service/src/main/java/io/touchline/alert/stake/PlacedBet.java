package io.touchline.alert.stake;

import io.touchline.schema.AlertOutcome;
import io.touchline.schema.ValueAlert;
import java.time.Instant;

/**
 * An alert as the ledger took it.
 *
 * @param openedAt event time of its opening
 * @param probability by the model at opening
 * @param edge at opening
 * @param stake the alert's, fraction of bankroll
 * @param money what was staked, in units of the first bankroll
 * @param gradedSequence of the grade that was booked last; 0 while it is open
 * @param profit money booked
 */
record PlacedBet(
        Instant openedAt,
        double probability,
        double edge,
        double stake,
        double money,
        int gradedSequence,
        double profit) {

    static PlacedBet of(ValueAlert opened, double money) {
        return new PlacedBet(opened.getAt(), opened.getProbability(), opened.getEdge(), opened.getStake(), money, 0, 0);
    }

    PlacedBet graded(int sequence, double booked) {
        return new PlacedBet(openedAt, probability, edge, stake, money, sequence, booked);
    }

    /** How it ended, by its grade. */
    AlertOutcome outcome(ValueAlert graded, double profitPerUnit, Instant emittedAt) {
        return AlertOutcome.newBuilder()
                .setAlertId(graded.getAlertId())
                .setFixtureId(graded.getFixtureId())
                .setCompetition(graded.getCompetition())
                .setMarket(graded.getMarket())
                .setLine(graded.getLine())
                .setSelection(graded.getSelection())
                .setBookmaker(graded.getBookmaker())
                .setOpenedAt(openedAt)
                .setGradedAt(graded.getAt())
                .setOdds(graded.getOpeningOdds())
                .setProbability(probability)
                .setEdge(edge)
                .setStake(stake)
                .setResult(String.valueOf(graded.getResult()))
                .setProfit(profitPerUnit)
                .setClosingFairProbability(graded.getClosingFairProbability())
                .setClv(graded.getClv())
                .setEmittedAt(emittedAt)
                .build();
    }
}
