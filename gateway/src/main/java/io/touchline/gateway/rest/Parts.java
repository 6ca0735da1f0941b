package io.touchline.gateway.rest;

import java.util.List;
import reactor.core.publisher.Mono;

/** What the system's answers are made of; the configuration puts it together. */
public interface Parts {

    /** One part: UP, CATCHING_UP, OFF or DOWN. */
    record Part(String name, String status, String cause, boolean vital) {}

    /** Every part as it is now. */
    Mono<List<Part>> parts();

    /** Open sockets. */
    int sockets();

    /** API keys that are let in. */
    int keys();

    /** The meters in Prometheus' text format; empty where nobody collects them. */
    String prometheus();
}
