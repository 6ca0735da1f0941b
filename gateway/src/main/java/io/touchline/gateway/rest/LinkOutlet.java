package io.touchline.gateway.rest;

import io.touchline.schema.FixtureLink;
import reactor.core.publisher.Mono;

/** Where a person's word for a vendor's fixture goes. */
@FunctionalInterface
public interface LinkOutlet {

    /** Completes once it is kept; an error where it could not be. */
    Mono<Void> send(FixtureLink link);
}
