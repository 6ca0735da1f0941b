package io.touchline.gateway.rest;

import io.touchline.schema.FeatureVector;
import reactor.core.publisher.Mono;

/** Somebody who may know a fixture's newest feature vector. Never fails: one who is away knows none. */
@FunctionalInterface
public interface VectorSource {

    /** Knows none. */
    VectorSource NONE = id -> Mono.empty();

    /** The vector; empty where it is not known. */
    Mono<FeatureVector> newest(String id);

    /** This one first, the other where this one knows none. */
    default VectorSource or(VectorSource other) {
        return id -> newest(id).switchIfEmpty(Mono.defer(() -> other.newest(id)));
    }
}
