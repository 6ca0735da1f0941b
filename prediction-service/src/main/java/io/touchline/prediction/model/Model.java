package io.touchline.prediction.model;

import java.util.Optional;

/** One opinion of a match. Implementations are immutable and deterministic: the same input gives the same bits. */
public interface Model {

    /** Name in votes and reports, {@code dixon_coles}. */
    String name();

    /** Its opinion; empty where it has too little to go by and therefore does not vote. */
    Optional<Forecast> forecast(MatchInput match);
}
