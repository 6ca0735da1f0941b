package io.touchline.gateway.view;

import io.touchline.schema.SourceState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** How every source does, as its service told it last. Safe for many threads. */
public final class SourceView {

    private final ConcurrentSkipListMap<String, SourceState> sources = new ConcurrentSkipListMap<>();

    /** One record of the topic; an older one than the last changes nothing. */
    public void accept(SourceState state) {
        sources.merge(
                state.getSource(),
                state,
                (known, told) -> told.getEmittedAt().isBefore(known.getEmittedAt()) ? known : told);
    }

    void forget(String source) {
        sources.remove(source);
    }

    /** One, where it was ever told of. */
    public Optional<SourceState> find(String source) {
        return Optional.ofNullable(sources.get(source));
    }

    /** By name. */
    public List<SourceState> list() {
        return List.copyOf(sources.values());
    }
}
