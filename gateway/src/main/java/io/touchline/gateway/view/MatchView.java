package io.touchline.gateway.view;

import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The matches around the newest event, by id and by kickoff. A match whose kickoff lies further back than {@code recent} from the newest event is forgotten, and never
 * more than {@code most} are held: the earliest kickoff goes first. So two decades of history in the compacted topics cost no more memory than one month.
 */
public final class MatchView {

    /** Where a match stands in the order of kickoffs. */
    public record Place(Instant kickoffAt, String id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTime = kickoffAt.compareTo(other.kickoffAt);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    private final Duration recent;
    private final int most;
    private final int mostQuotes;
    private final Map<String, MatchFile> byId = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Place, MatchFile> byKickoff = new ConcurrentSkipListMap<>();
    private Instant newest = Instant.EPOCH;

    public MatchView(Duration recent, int most, int mostQuotes) {
        this.recent = recent;
        this.most = most;
        this.mostQuotes = mostQuotes;
    }

    /** A match that is held; empty for an unknown or a forgotten one. */
    public Optional<MatchFile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All that are held, by kickoff and id, after a place; null = from the first. */
    public Stream<MatchFile> after(@Nullable Place place) {
        Map<Place, MatchFile> rest = place == null ? byKickoff : byKickoff.tailMap(place, false);
        return rest.values().stream();
    }

    /** All that are held, by kickoff and id. */
    public Stream<MatchFile> all() {
        return after(null);
    }

    /** How many are held. */
    public int size() {
        return byId.size();
    }

    /** A number of matches by status, for the page's head line. */
    public Map<String, Integer> countByStatus() {
        Map<String, Integer> counts = new HashMap<>();
        byId.values().forEach(match -> counts.merge(match.status(), 1, Integer::sum));
        return new TreeMap<>(counts);
    }

    public void accept(Fixture fixture) {
        sees(fixture.getObservedAt());
        keep(fixture.getFixtureId(), fixture.getKickoffAt(), KickoffFrom.SCHEDULE, match -> match.keep(fixture));
    }

    public void accept(MatchState state) {
        sees(state.getObservedAt());
        keep(state.getFixtureId(), state.getObservedAt(), KickoffFrom.GUESS, match -> match.keep(state));
    }

    public void accept(MatchResult result) {
        sees(result.getResultAt());
        keep(result.getFixtureId(), result.getKickoffAt(), KickoffFrom.SCHEDULE, match -> match.keep(result));
    }

    public void accept(OddsUpdate update) {
        sees(update.getObservedAt());
        keep(
                update.getFixtureId(),
                update.getKickoffAt(),
                KickoffFrom.MARKET,
                match -> update.getQuotes().forEach(quote -> match.keep(quote, update.getSource())));
    }

    public void accept(MarketSnapshot snapshot) {
        sees(snapshot.getAsOf());
        keep(snapshot.getFixtureId(), snapshot.getKickoffAt(), KickoffFrom.MARKET, match -> match.keep(snapshot));
    }

    public void accept(FeatureVector vector) {
        sees(vector.getAsOf());
        keep(vector.getFixtureId(), vector.getKickoffAt(), KickoffFrom.MARKET, match -> match.keep(vector));
    }

    public void accept(Prediction prediction) {
        sees(prediction.getAsOf());
        keep(prediction.getFixtureId(), prediction.getKickoffAt(), KickoffFrom.MARKET, match -> match.keep(prediction));
    }

    public void accept(ValueAlert alert) {
        sees(alert.getAt());
        keep(alert.getFixtureId(), alert.getKickoffAt(), KickoffFrom.MARKET, match -> match.keep(alert));
    }

    /** A fixture was withdrawn: its tombstone came. */
    public synchronized void forgetFixture(String id) {
        MatchFile match = byId.remove(id);
        if (match != null) {
            byKickoff.remove(new Place(match.kickoffAt(), id));
        }
    }

    public void forgetSnapshot(String id) {
        find(id).ifPresent(MatchFile::forgetSnapshot);
    }

    public void forgetPrediction(String id) {
        find(id).ifPresent(MatchFile::forgetPrediction);
    }

    public void forgetResult(String id) {
        find(id).ifPresent(MatchFile::forgetResult);
    }

    private synchronized void sees(Instant event) {
        if (event.isAfter(newest)) {
            newest = event;
        }
    }

    private synchronized void keep(String id, Instant kickoffAt, KickoffFrom from, Consumer<MatchFile> change) {
        MatchFile match = byId.get(id);
        if (match == null) {
            if (kickoffAt.isBefore(newest.minus(recent))) {
                return;
            }
            match = new MatchFile(id, kickoffAt, from, mostQuotes);
            byId.put(id, match);
            byKickoff.put(new Place(kickoffAt, id), match);
        } else if (!match.kickoffAt().equals(kickoffAt) && from.replaces(match.kickoffFrom())) {
            byKickoff.remove(new Place(match.kickoffAt(), id));
            match.moveTo(kickoffAt, from);
            byKickoff.put(new Place(kickoffAt, id), match);
        }
        change.accept(match);
        forgetOld();
    }

    private void forgetOld() {
        Instant oldest = newest.minus(recent);
        while (!byKickoff.isEmpty()
                && (byKickoff.size() > most || byKickoff.firstKey().kickoffAt().isBefore(oldest))) {
            Map.Entry<Place, MatchFile> first = byKickoff.pollFirstEntry();
            byId.remove(first.getKey().id());
        }
    }
}
