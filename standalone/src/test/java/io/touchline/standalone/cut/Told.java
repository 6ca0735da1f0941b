package io.touchline.standalone.cut;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Outlet;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every record that would go on a topic, in order; what is told of fixtures is known to the matcher at once. Safe for many threads. */
final class Told implements Outlet {

    final List<MatchState> scores = new CopyOnWriteArrayList<>();
    final List<MatchResult> results = new CopyOnWriteArrayList<>();
    final List<SourceState> sources = new CopyOnWriteArrayList<>();
    private final List<OddsUpdate> odds = new ArrayList<>();
    private final FixtureBook book;
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    Told(FixtureBook book) {
        this.book = book;
    }

    @Override
    public void accept(Normalised event) {
        if (event.known() != null && event.known().match() == null) {
            return;
        }
        switch (event.value()) {
            case Fixture fixture -> {
                book.take(fixture);
                announced.add(fixture.getFixtureId());
            }
            case MatchState state -> scores.add(state);
            case MatchResult result -> results.add(result);
            case OddsUpdate update -> {
                synchronized (odds) {
                    odds.add(update);
                }
            }
            default -> {
                // not looked at
            }
        }
    }

    @Override
    public void flush() {
        // all is here
    }

    boolean isAnnounced(FixtureId fixture) {
        return announced.contains(fixture.value());
    }

    List<OddsUpdate> odds() {
        synchronized (odds) {
            return List.copyOf(odds);
        }
    }

    /** A source's latest state; UNKNOWN before the first. */
    String state(String source) {
        return sources.stream()
                .filter(each -> each.getSource().equals(source))
                .reduce((one, other) -> other)
                .map(SourceState::getState)
                .orElse("UNKNOWN");
    }

    /** When a source was first told to be in a state after a moment. */
    Instant since(String source, String state, Instant after) {
        return sources.stream()
                .filter(each -> each.getSource().equals(source)
                        && each.getState().equals(state)
                        && each.getEmittedAt().isAfter(after))
                .map(SourceState::getEmittedAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Prices of a source, or of all others, that came after a moment. */
    long oddsAfter(String source, boolean ofOthers, Instant from) {
        return odds().stream()
                .filter(update -> update.getSource().equals(source) != ofOthers
                        && update.getReceivedAt().isAfter(from))
                .count();
    }
}
