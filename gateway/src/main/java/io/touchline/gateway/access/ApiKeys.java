package io.touchline.gateway.access;

import java.util.Optional;

/** The keys that open the gateway. */
public interface ApiKeys {

    /** What is kept of the key that somebody shows; empty for one that nobody was given. Must return at once. */
    Optional<ApiKey> find(String text);

    /** Lets a key in from now on. */
    void add(ApiKey key);

    /** How many there are. */
    int size();
}
