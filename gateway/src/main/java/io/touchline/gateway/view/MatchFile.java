package io.touchline.gateway.view;

import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Prediction;
import io.touchline.schema.Quote;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one match: the latest of each topic, the latest quote per bookmaker and market, the events in the order they came. Safe for many threads. */
public final class MatchFile {

    /** One thing that happened, with the score right after it. */
    public record Happening(MatchEvent event, int homeGoals, int awayGoals, Instant observedAt) {}

    private static final int MOST_EVENTS = 200;
    private static final int MOST_ALERTS = 1000;

    private final String id;
    private final Map<QuoteKey, Quoted> quotes = new LinkedHashMap<>();
    private final List<Happening> events = new ArrayList<>();
    private final Map<String, ValueAlert> alerts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ValueAlert> eldest) {
            return size() > MOST_ALERTS;
        }
    };
    private final int mostQuotes;
    private volatile Instant kickoffAt;
    private volatile KickoffFrom kickoffFrom;
    private volatile @Nullable Fixture fixture;
    private volatile @Nullable MatchState state;
    private volatile @Nullable MatchResult result;
    private volatile @Nullable MarketSnapshot snapshot;
    private volatile @Nullable Prediction prediction;
    private volatile @Nullable FeatureVector vector;

    MatchFile(String id, Instant kickoffAt, KickoffFrom kickoffFrom, int mostQuotes) {
        this.id = id;
        this.kickoffAt = kickoffAt;
        this.kickoffFrom = kickoffFrom;
        this.mostQuotes = mostQuotes;
    }

    public String id() {
        return id;
    }

    /** Scheduled start; until a record tells it, the time of the first record of this match. */
    public Instant kickoffAt() {
        return kickoffAt;
    }

    /** Null until it came. */
    public @Nullable Fixture fixture() {
        return fixture;
    }

    /** Null before kickoff, or until it came. */
    public @Nullable MatchState state() {
        return state;
    }

    /** Null until the match ended. */
    public @Nullable MatchResult result() {
        return result;
    }

    /** Null while nobody quotes it. */
    public @Nullable MarketSnapshot snapshot() {
        return snapshot;
    }

    /** Null until there is one. */
    public @Nullable Prediction prediction() {
        return prediction;
    }

    /** Null until there is one. */
    public @Nullable FeatureVector vector() {
        return vector;
    }

    /** The latest quote of each bookmaker and market, ordered by market, line and bookmaker. */
    public List<Quote> quotes() {
        return quoted().stream().map(Quoted::quote).toList();
    }

    /** A quote and the source that told it. */
    public record Quoted(Quote quote, String source) {}

    /** The same with their sources. */
    public synchronized List<Quoted> quoted() {
        return quotes.values().stream()
                .sorted(Comparator.comparing((Quoted each) -> each.quote().getMarket())
                        .thenComparing(each -> each.quote().getLine() == null
                                ? Double.NEGATIVE_INFINITY
                                : each.quote().getLine())
                        .thenComparing(each -> each.quote().getBookmaker()))
                .toList();
    }

    /** In the order they came. */
    public synchronized List<Happening> events() {
        return List.copyOf(events);
    }

    /** The latest event of each of its alerts. */
    public synchronized Collection<ValueAlert> alerts() {
        return List.copyOf(alerts.values());
    }

    /** SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED, by the newest record that tells it. */
    public String status() {
        MatchResult ended = result;
        if (ended != null) {
            return ended.getStatus().equals("AWARDED") ? "FINISHED" : ended.getStatus();
        }
        MatchState running = state;
        Fixture planned = fixture;
        if (running != null && (planned == null || !running.getObservedAt().isBefore(planned.getObservedAt()))) {
            return running.getStatus();
        }
        return planned == null ? "SCHEDULED" : planned.getStatus();
    }

    KickoffFrom kickoffFrom() {
        return kickoffFrom;
    }

    void moveTo(Instant kickoff, KickoffFrom from) {
        kickoffAt = kickoff;
        kickoffFrom = from;
    }

    void keep(Fixture newer) {
        fixture = newer;
    }

    void keep(MatchResult newer) {
        result = newer;
    }

    void keep(MarketSnapshot newer) {
        snapshot = newer;
    }

    void keep(Prediction newer) {
        prediction = newer;
    }

    void keep(FeatureVector newer) {
        vector = newer;
    }

    synchronized void keep(MatchState newer) {
        MatchState known = state;
        MatchEvent event = newer.getEvent();
        if (event != null && events.size() < MOST_EVENTS) {
            Happening happening =
                    new Happening(event, newer.getHomeGoals(), newer.getAwayGoals(), newer.getObservedAt());
            if (!events.contains(happening)) {
                events.add(happening);
            }
        }
        if (known == null || !newer.getObservedAt().isBefore(known.getObservedAt())) {
            state = newer;
        }
    }

    synchronized void keep(ValueAlert newer) {
        ValueAlert known = alerts.get(newer.getAlertId());
        if (known == null || known.getSequence() <= newer.getSequence()) {
            alerts.put(newer.getAlertId(), newer);
        }
    }

    synchronized void keep(Quote newer, String source) {
        QuoteKey key = QuoteKey.of(newer);
        Quoted known = quotes.get(key);
        if (known == null && quotes.size() >= mostQuotes) {
            return;
        }
        if (known == null || !newer.getObservedAt().isBefore(known.quote().getObservedAt())) {
            quotes.put(key, new Quoted(newer, source));
        }
    }

    void forgetSnapshot() {
        snapshot = null;
    }

    void forgetPrediction() {
        prediction = null;
    }

    void forgetResult() {
        result = null;
    }
}
