package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.MatchInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results and vectors by fixture. What it answers depends on what it was told, never on the order: of several vectors of one fixture and cut-off the
 * newest before kickoff stays, of several results of one fixture the one that was told last by the source.
 */
final class TrainingTable {

    /** A vector with its time. */
    record TimedInput(MatchInput input, Instant asOf) {}

    private final Map<String, PlayedMatch> results = new HashMap<>();
    private final TreeMap<Instant, TreeMap<String, PlayedMatch>> byTime = new TreeMap<>();
    private final Map<String, Map<Cutoff, TimedInput>> inputs = new HashMap<>();

    /** False where just this was known already. */
    boolean put(PlayedMatch result) {
        PlayedMatch held = results.put(result.fixtureId(), result);
        if (result.equals(held)) {
            return false;
        }
        if (held != null) {
            forget(held);
        }
        byTime.computeIfAbsent(result.resultAt(), at -> new TreeMap<>()).put(result.fixtureId(), result);
        return true;
    }

    /** A result that turned out to be none: abandoned, cancelled, withdrawn. */
    void remove(String fixtureId) {
        PlayedMatch held = results.remove(fixtureId);
        if (held != null) {
            forget(held);
        }
    }

    private void forget(PlayedMatch held) {
        TreeMap<String, PlayedMatch> moment = byTime.getOrDefault(held.resultAt(), new TreeMap<>());
        moment.remove(held.fixtureId());
        if (moment.isEmpty()) {
            byTime.remove(held.resultAt());
        }
    }

    void put(String fixtureId, MatchInput input, Instant asOf) {
        inputs.computeIfAbsent(fixtureId, id -> new TreeMap<>())
                .merge(
                        input.cutoff(),
                        new TimedInput(input, asOf),
                        (held, told) -> told.asOf().isBefore(held.asOf()) ? held : told);
    }

    Optional<PlayedMatch> find(String fixtureId) {
        return Optional.ofNullable(results.get(fixtureId));
    }

    /** The newest time of a result; null without one. */
    @Nullable Instant newestResult() {
        return byTime.isEmpty() ? null : byTime.lastKey();
    }

    /** Results known from one moment on and before another, by time and fixture. */
    List<PlayedMatch> results(Instant from, Instant before) {
        List<PlayedMatch> found = new ArrayList<>();
        byTime.subMap(from, before).values().forEach(moment -> found.addAll(moment.values()));
        return found;
    }

    /** A fixture's vectors by cut-off, those from after kickoff left out. */
    List<TimedInput> inputs(PlayedMatch result) {
        List<TimedInput> found = new ArrayList<>();
        for (TimedInput each :
                inputs.getOrDefault(result.fixtureId(), Collections.emptyMap()).values()) {
            if (each.asOf().isBefore(result.kickoffAt()) && each.input().cutoff() != Cutoff.IN_PLAY) {
                found.add(each);
            }
        }
        return found;
    }
}
