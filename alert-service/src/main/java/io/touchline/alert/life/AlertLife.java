package io.touchline.alert.life;

import io.touchline.alert.grade.FinalResult;
import io.touchline.alert.grade.Grade;
import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.stake.FixtureStakes;
import io.touchline.domain.fixture.Score;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Quote;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers every record of a fixture with the events that follow for its alerts.
 *
 * <p>Prices are judged at the moments of predictions, each by the prices in force at its {@code asOf}; a price that a prediction has not seen yet waits. So it does not matter whether quotes run ahead
 * of predictions. What ends an alert (suspension, a goal, kickoff, staleness, a source that is down) ends it as soon as it is known, without waiting for a prediction.
 */
public final class AlertLife {

    private final AlertRules rules;
    private final Duration closingWindow;
    private final AlertEvents events;
    private final Judge judge;
    private final Consumer<String> outcomes;

    /**
     * By its parts.
     *
     * @param step how far an edge moves before it is told again, 0.005 is half a point
     * @param closingWindow how long before kickoff a consensus still counts as the closing one
     * @param clock for {@code emittedAt} alone
     * @param outcomes is told the name of every judgement
     */
    public AlertLife(
            AlertRules rules,
            FixtureStakes stakes,
            double step,
            Duration closingWindow,
            InstantSource clock,
            Consumer<String> outcomes) {
        this.rules = rules;
        this.closingWindow = closingWindow;
        this.events = new AlertEvents(rules.fresh(), clock);
        this.judge = new Judge(rules, stakes, events, step, outcomes);
        this.outcomes = outcomes;
    }

    /**
     * New quotes.
     *
     * @param newest the fixture's newest prediction, asked for only where a quote came after the prediction that has seen it; null where there is none
     */
    public List<ValueAlert> quoted(FixtureBook book, OddsUpdate update, Supplier<@Nullable Prediction> newest) {
        book.tellKickoff(update.getCompetition(), update.getKickoffAt(), update.getObservedAt());
        book.passTo(update.getObservedAt());
        Instant judged = book.judgedAt;
        TreeSet<PriceKey> late = new TreeSet<>();
        for (Quote quote : update.getQuotes()) {
            boolean seen = judged != null && !quote.getObservedAt().isAfter(judged);
            if (seen && book.result != null) {
                continue;
            }
            HeldQuote held = HeldQuote.of(update, quote);
            PriceKey key = new PriceKey(quote.getMarket(), quote.getLine(), quote.getBookmaker());
            book.noteSuspension(key, held);
            if (book.track(key).add(held, judged, rules.fresh()) && seen) {
                late.add(key);
            }
        }
        List<ValueAlert> told = over(book);
        Prediction prediction = late.isEmpty() ? null : newest.get();
        if (prediction != null) {
            judge.judge(book, prediction, late).forEach(alert -> told.add(alert.last()));
        }
        return finished(book, told);
    }

    /** A new prediction; one that is older than the newest changes nothing. */
    public List<ValueAlert> predicted(FixtureBook book, Prediction prediction) {
        Instant at = prediction.getAsOf();
        if (book.judgedAt != null && at.isBefore(book.judgedAt)) {
            outcomes.accept("OLD_PREDICTION");
            return List.of();
        }
        book.tellKickoff(prediction.getCompetition(), prediction.getKickoffAt(), at);
        book.passTo(at);
        book.judgedAt = at;
        List<ValueAlert> told = over(book);
        judge.judge(book, prediction, List.copyOf(book.tracks.keySet())).forEach(alert -> told.add(alert.last()));
        return finished(book, told);
    }

    /** The market's consensus. */
    public List<ValueAlert> consensus(FixtureBook book, MarketSnapshot snapshot) {
        book.tellKickoff(snapshot.getCompetition(), snapshot.getKickoffAt(), snapshot.getAsOf());
        book.passTo(snapshot.getAsOf());
        book.keep(snapshot);
        return finished(book, new ArrayList<>());
    }

    /** The match went on. */
    public List<ValueAlert> progressed(FixtureBook book, MatchState state) {
        MatchProgress before = book.match;
        Instant at = state.getObservedAt();
        book.passTo(at);
        book.match = before.after(state);
        boolean started =
                !before.status().equals("IN_PLAY") && book.match.status().equals("IN_PLAY");
        if (started && at.isBefore(book.kickoffAt)) {
            book.tellKickoff(book.competition, at, at);
        }
        List<ValueAlert> told = over(book);
        Instant event = book.match.lastEventAt();
        if (event != null && !event.equals(before.lastEventAt())) {
            CloseReason reason = !book.match.isPlaying() ? CloseReason.SUSPENDED : CloseReason.GOAL;
            for (HeldAlert alert : book.openAlerts()) {
                if (!alert.head().openedAt().isAfter(event)) {
                    told.add(close(
                            book, alert, started && !alert.head().inPlay() ? CloseReason.KICKOFF : reason, event));
                }
            }
        }
        if (book.match.isPlaying() && book.result != null && book.result.score() == null) {
            // called off, then on again
            book.result = null;
        }
        boolean voided =
                book.match.status().equals("ABANDONED") || book.match.status().equals("CANCELLED");
        if (voided && book.result == null) {
            book.result = new FinalResult(null, at, at);
        }
        return finished(book, told);
    }

    /** How it ended. A result that corrects an earlier one grades again; the caller has refused one that was known before its own kickoff. */
    public List<ValueAlert> ended(FixtureBook book, MatchResult result) {
        FinalResult known = book.result;
        if (known != null && result.getObservedAt().isBefore(known.toldAt())) {
            return List.of();
        }
        boolean counts =
                result.getStatus().equals("FINISHED") || result.getStatus().equals("AWARDED");
        book.tellKickoff(result.getCompetition(), result.getKickoffAt(), result.getResultAt());
        book.passTo(result.getResultAt());
        book.result = new FinalResult(
                counts ? new Score(result.getHomeGoals(), result.getAwayGoals()) : null,
                result.getResultAt(),
                result.getObservedAt());
        return finished(book, over(book));
    }

    /** Time passed without a record. */
    public List<ValueAlert> passed(FixtureBook book, Instant now) {
        book.passTo(now);
        return finished(book, over(book));
    }

    private List<ValueAlert> finished(FixtureBook book, List<ValueAlert> told) {
        told.addAll(over(book));
        grade(book, told);
        book.prune();
        return told;
    }

    /** Closes what is over by all that is known, at the moment when it was. */
    private List<ValueAlert> over(FixtureBook book) {
        List<ValueAlert> told = new ArrayList<>();
        for (HeldAlert alert : book.openAlerts()) {
            Instant suspended = suspendedAt(book, alert);
            Instant stale = book.freshUntil(alert, rules.fresh());
            Instant end = Instant.MAX;
            CloseReason reason = CloseReason.PRICE_STALE;
            if (book.newestAt.isAfter(stale)) {
                end = stale;
            }
            if (suspended != null && suspended.isBefore(end)) {
                end = suspended;
                reason = CloseReason.SUSPENDED;
            }
            Instant down = downSince(book, alert);
            if (down != null && down.isBefore(end)) {
                end = down;
                reason = CloseReason.SOURCE_DOWN;
            }
            if (!alert.head().inPlay() && !book.newestAt.isBefore(book.kickoffAt) && !book.kickoffAt.isAfter(end)) {
                end = book.kickoffAt;
                reason = CloseReason.KICKOFF;
            }
            FinalResult result = book.result;
            if (result != null && result.resultAt().isBefore(end)) {
                end = result.resultAt();
                reason = CloseReason.SUSPENDED;
            }
            if (!end.equals(Instant.MAX)) {
                told.add(close(book, alert, reason, end));
            }
        }
        return told;
    }

    /** Since when the price's source is down, or in play the one that tells the match. */
    private @Nullable Instant downSince(FixtureBook book, HeldAlert alert) {
        Instant price = rules.up().downSince(alert.head().source());
        Instant match = alert.head().inPlay() ? rules.up().downSince(book.match.source()) : null;
        return price == null || (match != null && match.isBefore(price)) ? match : price;
    }

    private static @Nullable Instant suspendedAt(FixtureBook book, HeldAlert alert) {
        PriceTrack track = book.tracks.get(alert.head().key());
        if (track == null) {
            return null;
        }
        return track.after(alert.head().priceAt()).stream()
                .filter(quote -> !quote.isOpen(alert.head().selection()))
                .map(HeldQuote::observedAt)
                .findFirst()
                .orElse(null);
    }

    private ValueAlert close(FixtureBook book, HeldAlert alert, CloseReason reason, Instant at) {
        HeldAlert closed = events.closed(alert, reason, at);
        book.alerts.put(closed.head().id(), closed);
        return closed.last();
    }

    private void grade(FixtureBook book, List<ValueAlert> told) {
        FinalResult result = book.result;
        if (result == null) {
            return;
        }
        for (HeldAlert alert : List.copyOf(book.alerts.values())) {
            Grade grade = Grade.of(alert.last(), result, closingProbability(book, alert));
            if (!grade.isOn(alert.last())) {
                HeldAlert graded = events.graded(alert, grade, result);
                book.alerts.put(graded.head().id(), graded);
                told.add(graded.last());
            }
        }
    }

    /** By the last consensus before kickoff, where that is near enough to kickoff to be called closing; null where the market did not close. */
    private @Nullable Double closingProbability(FixtureBook book, HeldAlert alert) {
        Consensus closing = book.closing(alert.head().key());
        if (closing == null
                || !closing.asOf().isBefore(book.kickoffAt)
                || closing.asOf().isBefore(book.kickoffAt.minus(closingWindow))) {
            return null;
        }
        return closing.probabilities().get(alert.head().selection());
    }
}
