package io.touchline.alert.life;

import io.touchline.alert.life.HeldQuote.HeldPrice;
import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.rule.Offer;
import io.touchline.alert.rule.Refusal;
import io.touchline.alert.rule.Situation;
import io.touchline.alert.rule.Valuation;
import io.touchline.alert.stake.Bet;
import io.touchline.alert.stake.FixtureStakes;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.odds.OutcomeProbabilities;
import io.touchline.schema.Prediction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds a prediction against the prices that were in force at its moment: opens alerts, moves open ones, ends those whose value is gone. */
final class Judge {

    /** Differences of doubles that look like the step are the step. */
    private static final double ROUNDING = 1e-12;

    private final AlertRules rules;
    private final FixtureStakes stakes;
    private final AlertEvents events;
    private final double step;
    private final Consumer<String> outcomes;

    private record Candidate(String id, Offer offer, Valuation valuation) {}

    /**
     * A judge.
     *
     * @param step how far an edge moves before it is told again
     * @param outcomes is told the name of every judgement: OPENED, KNOWN (the same price has alerted), OVERTAKEN (what came later has
     *     ended the alert that was open at this moment) or a {@link Refusal}
     */
    Judge(AlertRules rules, FixtureStakes stakes, AlertEvents events, double step, Consumer<String> outcomes) {
        this.rules = rules;
        this.stakes = stakes;
        this.events = events;
        this.step = step;
        this.outcomes = outcomes;
    }

    /** Judges the prices under some keys; returns what changed, in a fixed order. */
    List<HeldAlert> judge(FixtureBook book, Prediction prediction, Collection<PriceKey> keys) {
        Situation situation = new Situation(
                prediction,
                prediction.getAsOf(),
                book.kickoffAt,
                book.match.lastEventAt(),
                book.match.isPlaying(),
                book.match.source(),
                book.match.observedAt(),
                book.suspendedAt,
                offer -> book.marketProbability(
                        new PriceKey(offer.market(), offer.line(), offer.bookmaker()),
                        offer.selection(),
                        prediction.getAsOf()));
        List<HeldAlert> changed = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (PriceKey key : keys) {
            HeldQuote quote = book.track(key).at(prediction.getAsOf());
            if (quote == null || quote.suspended()) {
                continue;
            }
            for (HeldPrice price : quote.prices()) {
                Offer offer = quote.offer(key, price);
                Optional<Valuation> valuation = Valuation.of(prediction, offer);
                Optional<Refusal> refusal = valuation.isEmpty()
                        ? Optional.of(Refusal.NOT_PREDICTED)
                        : rules.refusal(offer, valuation.get(), situation);
                Optional<HeldAlert> open = book.openAlert(key, price.selection());
                if (open.isPresent()) {
                    review(book, open.get(), offer, valuation, refusal, situation)
                            .ifPresent(changed::add);
                } else if (refusal.isPresent()) {
                    outcomes.accept(refusal.get().name());
                } else {
                    String id = AlertEvents.id(book.fixtureId, offer);
                    if (book.alerts.containsKey(id)) {
                        outcomes.accept("KNOWN");
                    } else if (book.hadOpenAlert(key, price.selection(), situation.at())) {
                        outcomes.accept("OVERTAKEN");
                    } else {
                        candidates.add(new Candidate(id, offer, valuation.orElseThrow()));
                    }
                }
            }
        }
        open(book, candidates, situation, changed);
        return changed;
    }

    private Optional<HeldAlert> review(
            FixtureBook book,
            HeldAlert alert,
            Offer offer,
            Optional<Valuation> valuation,
            Optional<Refusal> refusal,
            Situation situation) {
        if (refusal.isPresent() || valuation.isEmpty()) {
            return Optional.of(put(book, events.closed(alert, reason(refusal), situation.at())));
        }
        if (Math.abs(valuation.get().edge() - alert.last().getEdge()) >= step - ROUNDING) {
            return Optional.of(put(book, events.updated(book, alert, offer, valuation.get(), situation)));
        }
        put(book, alert.confirmed(offer.observedAt()));
        return Optional.empty();
    }

    private static CloseReason reason(Optional<Refusal> refusal) {
        return switch (refusal.orElse(Refusal.NOT_PREDICTED)) {
            case NOT_PLAYED, UNEXPLAINED -> CloseReason.SUSPENDED;
            case WRONG_PHASE -> CloseReason.KICKOFF;
            case PRICE_STALE -> CloseReason.PRICE_STALE;
            case SOURCE_DOWN -> CloseReason.SOURCE_DOWN;
            case OLDER_THAN_EVENT, PAUSED -> CloseReason.GOAL;
            case NOT_PREDICTED, UNSURE, MODELS_DISAGREE, NO_EDGE, BEYOND_BELIEF -> CloseReason.EDGE_GONE;
        };
    }

    private void open(FixtureBook book, List<Candidate> candidates, Situation situation, List<HeldAlert> changed) {
        if (candidates.isEmpty()) {
            return;
        }
        double[] solved = stakes(book, candidates, situation);
        for (int i = 0; i < solved.length; i++) {
            Candidate each = candidates.get(i);
            changed.add(
                    put(book, events.opened(book, each.id(), each.offer(), each.valuation(), situation, solved[i])));
            outcomes.accept("OPENED");
        }
    }

    /** Beside every bet on this fixture that is not settled yet, whether its alert is still open or not. */
    private double[] stakes(FixtureBook book, List<Candidate> candidates, Situation situation) {
        Prediction prediction = situation.prediction();
        List<Bet> placed = book.alerts.values().stream()
                .filter(alert -> !alert.isGraded() && alert.last().getStake() > 0)
                .map(alert -> new Bet(
                        alert.last().getMarket(),
                        alert.last().getLine(),
                        alert.last().getSelection(),
                        alert.last().getOpeningOdds(),
                        // the bet alone is bounded by its own stake, whatever the model says of it now
                        OutcomeProbabilities.ofWin(1),
                        alert.last().getStake()))
                .toList();
        List<Bet> fresh = candidates.stream()
                .map(each -> new Bet(
                        each.offer().market(),
                        each.offer().line(),
                        each.offer().selection(),
                        each.offer().odds(),
                        each.valuation().outcomes(),
                        0))
                .toList();
        Score now = situation.inPlay() ? new Score(book.match.homeGoals(), book.match.awayGoals()) : new Score(0, 0);
        ScoreGrid grid = ScoreGrid.dixonColes(prediction.getHomeRate(), prediction.getAwayRate(), prediction.getRho());
        return stakes.stakes(placed, fresh, grid, now);
    }

    private static HeldAlert put(FixtureBook book, HeldAlert alert) {
        book.alerts.put(alert.head().id(), alert);
        return alert;
    }
}
