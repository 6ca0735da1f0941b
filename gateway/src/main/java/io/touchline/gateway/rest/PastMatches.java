package io.touchline.gateway.rest;

import reactor.core.publisher.Mono;

/** Matches that the views have let go. */
@FunctionalInterface
public interface PastMatches {

    /** Without a database there are none. */
    PastMatches NONE = id -> Mono.empty();

    /** The match as it ended; empty for an unknown one. */
    Mono<MatchAnswers.Match> find(String id);
}
