package io.touchline.alert.life;

import io.touchline.alert.grade.FinalResult;
import io.touchline.alert.rule.FreshPriceRule;
import io.touchline.domain.market.MarketType;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one fixture: prices by bookmaker and market, the match, the market's consensus, every alert ever opened, the result. Last values only, so that a record that comes twice
 * spoils nothing. Changed by {@link AlertLife} alone; not safe for threads.
 */
public final class FixtureBook {

    /** A running match's prices fall by the minute. */
    static final Duration CONSENSUS_LASTS = Duration.ofSeconds(90);

    final String fixtureId;
    final TreeMap<PriceKey, PriceTrack> tracks = new TreeMap<>();
    /** By market and line; the bookmaker of the key is empty. */
    final TreeMap<PriceKey, List<Consensus>> consensus = new TreeMap<>();

    final TreeMap<PriceKey, Consensus> closing = new TreeMap<>();
    /** By alert id: those that are over too, so that no price alerts twice. */
    final TreeMap<String, HeldAlert> alerts = new TreeMap<>();

    MatchProgress match = MatchProgress.NONE;
    String competition = "";
    Instant kickoffAt = Instant.EPOCH;
    Instant kickoffToldAt = Instant.MIN;
    /** Event time of the newest record. */
    Instant newestAt = Instant.EPOCH;
    /** asOf of the newest prediction; null before the first. */
    @Nullable Instant judgedAt;

    @Nullable FinalResult result;

    /** When a bookmaker was last seen to take no bets on the result of the running match; null before the first time. */
    @Nullable Instant suspendedAt;

    /** Empty. */
    public FixtureBook(String fixtureId) {
        this.fixtureId = fixtureId;
    }

    /** The fixture. */
    public String fixtureId() {
        return fixtureId;
    }

    void passTo(Instant time) {
        if (time.isAfter(newestAt)) {
            newestAt = time;
        }
    }

    /** The latest to tell the kickoff is right. */
    void tellKickoff(String ofCompetition, Instant kickoff, Instant toldAt) {
        if (!toldAt.isBefore(kickoffToldAt)) {
            competition = ofCompetition;
            kickoffAt = kickoff;
            kickoffToldAt = toldAt;
        }
    }

    /** Bookmakers stop taking bets on a running match's result when something happens in it, often before a source of scores tells what. One that goes on taking none tells nothing new. */
    void noteSuspension(PriceKey key, HeldQuote quote) {
        if (!quote.inPlay() || !quote.suspended() || !key.market().equals(MarketType.MATCH_RESULT.name())) {
            return;
        }
        HeldQuote before = track(key).at(quote.observedAt());
        boolean stops = before != null && before.inPlay() && !before.suspended();
        Instant known = suspendedAt;
        if (stops && (known == null || quote.observedAt().isAfter(known))) {
            suspendedAt = quote.observedAt();
        }
    }

    PriceTrack track(PriceKey key) {
        return tracks.computeIfAbsent(key, missing -> new PriceTrack());
    }

    /** Keeps the consensus of every market in it. */
    void keep(MarketSnapshot snapshot) {
        for (MarketPrices prices : snapshot.getMarkets()) {
            PriceKey key = new PriceKey(prices.getMarket(), prices.getLine(), "");
            Consensus now = Consensus.of(snapshot.getAsOf(), prices);
            List<Consensus> list = consensus.computeIfAbsent(key, missing -> new ArrayList<>());
            int at = list.size();
            while (at > 0 && list.get(at - 1).asOf().isAfter(now.asOf())) {
                at--;
            }
            if (at > 0 && list.get(at - 1).asOf().equals(now.asOf())) {
                list.set(at - 1, now);
            } else {
                list.add(at, now);
            }
            if (list.size() > PriceTrack.MOST_WAITING) {
                list.remove(1);
            }
            if (!snapshot.getInPlay() && snapshot.getAsOf().isBefore(kickoffAt)) {
                closing.merge(key, now, (old, fresh) -> fresh.asOf().isBefore(old.asOf()) ? old : fresh);
            }
        }
    }

    /** Fair probability by the market at a time; null where it had none, and in play where what it had is older than the last event of the match, or than {@link #CONSENSUS_LASTS}. */
    @Nullable Double marketProbability(PriceKey key, String selection, Instant time) {
        List<Consensus> list = consensus.get(new PriceKey(key.market(), key.line(), ""));
        Consensus then = list == null ? null : Consensus.at(list, time);
        if (then == null) {
            return null;
        }
        Instant event = match.lastEventAt();
        boolean running = match.status().equals("IN_PLAY") && !time.isBefore(kickoffAt);
        boolean old = then.asOf().isBefore(time.minus(CONSENSUS_LASTS))
                || (event != null && !time.isBefore(event) && then.asOf().isBefore(event));
        return running && old ? null : then.probabilities().get(selection);
    }

    /** The last consensus before kickoff, kept apart. */
    @Nullable Consensus closing(PriceKey key) {
        return closing.get(new PriceKey(key.market(), key.line(), ""));
    }

    List<HeldAlert> openAlerts() {
        return alerts.values().stream().filter(HeldAlert::isOpen).toList();
    }

    Optional<HeldAlert> openAlert(PriceKey key, String selection) {
        return alerts.values().stream()
                .filter(alert -> alert.isOpen() && alert.isOn(key, selection))
                .findFirst();
    }

    /** Whether an alert on this selection was open at a time, though what came later has closed it meanwhile. */
    boolean hadOpenAlert(PriceKey key, String selection, Instant time) {
        return alerts.values().stream().anyMatch(alert -> alert.wasOpen(time) && alert.isOn(key, selection));
    }

    /** Forgets quotes and snapshots from before the last judgement's; after the result all that no prediction is still to judge. */
    void prune() {
        Instant judged = judgedAt;
        if (judged == null) {
            return;
        }
        tracks.values().forEach(track -> track.prune(judged));
        for (List<Consensus> list : consensus.values()) {
            while (list.size() > 1 && !list.get(1).asOf().isAfter(judged)) {
                list.removeFirst();
            }
        }
        if (result != null) {
            tracks.values().removeIf(track -> track.after(judged).isEmpty());
            if (tracks.isEmpty()) {
                consensus.clear();
            }
        }
    }

    /**
     * The moment after which an alert's price is stale: its last confirmation's limit, or where later quotes each came in time, the last one's; a break is its end.
     */
    Instant freshUntil(HeldAlert alert, FreshPriceRule fresh) {
        Instant limit = fresh.freshUntil(
                alert.head().source(), alert.head().priceAt(), alert.head().inPlay());
        PriceTrack track = tracks.get(alert.head().key());
        if (track != null) {
            for (HeldQuote quote : track.after(alert.head().priceAt())) {
                if (quote.observedAt().isAfter(limit)) {
                    return limit;
                }
                Instant next = fresh.freshUntil(quote.source(), quote.observedAt(), quote.inPlay());
                limit = next.isAfter(limit) ? next : limit;
            }
        }
        return limit;
    }

    /** When an open alert must next be looked at though no record comes; empty where none is open. */
    public Optional<Instant> deadline(FreshPriceRule fresh) {
        return openAlerts().stream()
                .map(alert -> {
                    Instant stale = freshUntil(alert, fresh);
                    return !alert.head().inPlay() && kickoffAt.isBefore(stale) ? kickoffAt : stale;
                })
                .min(Instant::compareTo);
    }
}
