package io.touchline.odds.normalise;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.BookSeen;
import io.touchline.platform.vendor.VendorEvent.NoOddsSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import io.touchline.schema.OddsUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What odds sources tell, as updates: of a source that repeats everything at every poll what is new, moved, confirmed or gone; of a stream every change. Safe for many
 * threads.
 */
public final class OddsNormaliser implements Normaliser {

    private static final int REMEMBERED = 20_000;

    private final InstantSource clock;
    private final Outlet outlet;
    private final Settings settings;
    private final OddsWatch watch;
    private final Map<String, OddsChanges> changes = new HashMap<>();
    private final Map<String, Map<String, List<Whole>>> answers = new HashMap<>();
    private final Map<FixtureId, Instant> waitingSince = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FixtureId, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Told of every word of every source, for the checks of quality. */
    public interface OddsWatch {
        void seen(SourceDescriptor source, Known known, OddsUpdate update);
    }

    /**
     * How much is told.
     *
     * @param announced whether the fixtures topic has a fixture
     * @param fixtureWait how long a source that repeats its prices waits for a fixture to be announced
     * @param repetitions true: every price of every payload is told, changed or not; for replays of recordings
     */
    public record Settings(Predicate<FixtureId> announced, Duration fixtureWait, boolean repetitions) {}

    private record Whole(Known known, OddsUpdate update) {}

    public OddsNormaliser(InstantSource clock, Outlet outlet, OddsWatch watch, Settings settings) {
        this.clock = clock;
        this.outlet = outlet;
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public boolean reads(VendorEvent event) {
        return event instanceof OddsSeen
                || event instanceof NoOddsSeen
                || event instanceof BookSeen
                || event instanceof SettlementSeen;
    }

    @Override
    public synchronized void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
        if (event instanceof NoOddsSeen none && !settings.repetitions()) {
            answer(source, none.scope());
        }
        if (known == null) {
            return;
        }
        switch (event) {
            case OddsSeen odds -> odds(source, known, odds, payload);
            case BookSeen book -> outlet.accept(new Normalised("BOOK", known, book.observedAt(), book));
            case SettlementSeen settled ->
                outlet.accept(new Normalised("SETTLEMENT", known, settled.observedAt(), settled));
            default -> {
                // not ours
            }
        }
    }

    private void odds(SourceDescriptor source, Known known, OddsSeen told, Payload payload) {
        Instant kickoff = known.ref().kickoffAt();
        OddsUpdate update = OddsUpdate.newBuilder()
                .setFixtureId(known.key())
                .setCompetition(
                        known.match() == null ? "" : known.match().competition().code())
                .setKickoffAt(kickoff == null ? told.observedAt() : kickoff)
                .setInPlay(
                        told.inPlay() != null
                                ? told.inPlay()
                                : kickoff != null && !told.observedAt().isBefore(kickoff))
                .setQuotes(told.quotes())
                .setSource(source.name())
                .setSourceSequence(told.sequence())
                .setObservedAt(told.observedAt())
                .setReceivedAt(payload.receivedAt())
                .setEmittedAt(clock.instant())
                .build();
        if (told.whole() && !settings.repetitions()) {
            answer(source, told.scope()).add(new Whole(known, update));
        } else if (!update.getQuotes().isEmpty()) {
            tell(source, known, update);
        }
    }

    private List<Whole> answer(SourceDescriptor source, String scope) {
        return answers.computeIfAbsent(source.name(), unused -> new LinkedHashMap<>())
                .computeIfAbsent(scope, unused -> new ArrayList<>());
    }

    @Override
    public synchronized void ended(SourceDescriptor source, Payload payload, boolean complete) {
        Map<String, List<Whole>> scopes = answers.remove(source.name());
        if (scopes == null) {
            return;
        }
        scopes.forEach((scope, answer) -> {
            Map<String, Known> names = new HashMap<>();
            List<OddsUpdate> updates = new ArrayList<>();
            for (Whole each : answer) {
                if (isAnnounced(each.known(), each.update().getObservedAt())) {
                    names.put(each.known().key(), each.known());
                    updates.add(each.update());
                }
            }
            if (complete) {
                Instant observedAt = answer.isEmpty()
                        ? payload.observedAt()
                        : answer.getLast().update().getObservedAt();
                changes.computeIfAbsent(source.name(), unused -> new OddsChanges())
                        .of(scope, updates, observedAt, payload.receivedAt(), clock.instant())
                        .forEach(update -> tell(source, names.get(update.getFixtureId()), update));
            } else {
                updates.forEach(update -> tell(source, names.get(update.getFixtureId()), update));
            }
        });
    }

    @Override
    public void flush() {
        outlet.flush();
    }

    /** What is gone has no name in this answer; its id says whose it was. */
    private void tell(SourceDescriptor source, @Nullable Known known, OddsUpdate update) {
        if (known != null) {
            watch.seen(source, known, update);
        }
        outlet.accept(new Normalised("ODDS", known, update.getObservedAt(), update));
    }

    /** Whether the fixture is known, or has been waited for long enough. */
    private boolean isAnnounced(Known known, Instant now) {
        FixtureId id = known.id();
        if (id == null) {
            return false;
        }
        if (settings.announced().test(id)) {
            waitingSince.remove(id);
            return true;
        }
        Instant since = waitingSince.computeIfAbsent(id, unused -> now);
        return !now.isBefore(since.plus(settings.fixtureWait()));
    }
}
