package io.touchline.alert.rule;

import io.touchline.domain.odds.Edge;
import io.touchline.domain.odds.OutcomeProbabilities;
import io.touchline.schema.ModelVote;
import java.util.Optional;

/**
 * Several models must see value, each for itself.
 *
 * <p>A vote holds the match result only. It counts wherever that settles the bet: match result, double chance, draw no bet, and Asian handicaps between −0.5 and +0.5. All other markets are
 * read from the grid, which is the models' common view; there this rule has nothing to say.
 *
 * <p>Votes without weight are shown for comparison and do not count.
 *
 * <p>In play one model speaks, which does not hear the market: the second voice is the consensus of the bookmakers, of any market. A price that beats the model alone is more likely the model's mistake, as everybody watches the same match.
 *
 * @param minimum how many votes must have an edge above 0
 */
public record ModelAgreementRule(int minimum) implements AlertRule {

    /** Model and market. */
    private static final int IN_PLAY = 2;

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        if (situation.inPlay()) {
            Double fair = situation.market().probability(offer);
            int agreeing = (valuation.edge() > 0 ? 1 : 0) + (fair != null && fair * offer.odds() > 1 ? 1 : 0);
            return agreeing >= Math.min(minimum, IN_PLAY) ? Optional.empty() : Optional.of(Refusal.MODELS_DISAGREE);
        }
        if (!settledByResult(offer)) {
            return Optional.empty();
        }
        long agreeing = situation.prediction().getVotes().stream()
                .filter(vote -> vote.getWeight() > 0 && seesValue(vote, offer))
                .count();
        return agreeing >= minimum ? Optional.empty() : Optional.of(Refusal.MODELS_DISAGREE);
    }

    private static boolean settledByResult(Offer offer) {
        return switch (offer.market()) {
            case "MATCH_RESULT", "DOUBLE_CHANCE", "DRAW_NO_BET" -> true;
            case "ASIAN_HANDICAP" -> offer.line() != null && Math.abs(offer.line()) <= 0.5;
            default -> false;
        };
    }

    private static boolean seesValue(ModelVote vote, Offer offer) {
        double sum = vote.getHome() + vote.getDraw() + vote.getAway();
        return sum > 0 && Edge.of(view(vote.getHome() / sum, vote.getDraw() / sum, offer), offer.odds()) > 0;
    }

    private static OutcomeProbabilities view(double home, double draw, Offer offer) {
        double away = Math.max(0, 1 - home - draw);
        double win = offer.selection().equals("HOME") ? home : away;
        return switch (offer.market()) {
            case "MATCH_RESULT" -> OutcomeProbabilities.ofWin(offer.selection().equals("DRAW") ? draw : win);
            case "DOUBLE_CHANCE" ->
                OutcomeProbabilities.ofWin(
                        switch (offer.selection()) {
                            case "HOME_OR_DRAW" -> home + draw;
                            case "HOME_OR_AWAY" -> home + away;
                            default -> draw + away;
                        });
            case "DRAW_NO_BET" -> handicap(win, draw, 0);
            default -> handicap(win, draw, handicapOfSelection(offer));
        };
    }

    private static double handicapOfSelection(Offer offer) {
        Double line = offer.line();
        double home = line == null ? 0 : line;
        return offer.selection().equals("HOME") ? home : -home;
    }

    /** The side's own handicap decides what a draw pays. */
    private static OutcomeProbabilities handicap(double win, double draw, double handicap) {
        double lose = 1 - win - draw;
        if (handicap >= 0.5) {
            return new OutcomeProbabilities(win + draw, 0, 0, 0, lose);
        }
        if (handicap > 0) {
            return new OutcomeProbabilities(win, draw, 0, 0, lose);
        }
        if (handicap == 0) {
            return new OutcomeProbabilities(win, 0, draw, 0, lose);
        }
        return handicap > -0.5
                ? new OutcomeProbabilities(win, 0, 0, draw, lose)
                : new OutcomeProbabilities(win, 0, 0, 0, lose + draw);
    }
}
