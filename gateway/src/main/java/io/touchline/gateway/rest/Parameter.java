package io.touchline.gateway.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One query parameter or header of an endpoint.
 *
 * @param among the texts that it may be; empty = any
 * @param least null = unbounded
 * @param most null = unbounded
 */
record Parameter(
        String name,
        Place place,
        Kind kind,
        boolean required,
        String meaning,
        List<String> among,
        @Nullable Double least,
        @Nullable Double most) {

    enum Place {
        QUERY,
        HEADER
    }

    enum Kind {
        TEXT,
        INTEGER,
        NUMBER,
        /** ISO 8601: a moment, or a day, which stands for its first moment in UTC. */
        MOMENT
    }

    static final int MOST_ITEMS = 200;
    static final int USUAL_ITEMS = 50;

    static final Parameter CURSOR = text("cursor", "the nextCursor of the part before");
    static final Parameter LIMIT = new Parameter(
            "limit",
            Place.QUERY,
            Kind.INTEGER,
            false,
            "items at most; " + USUAL_ITEMS + " if missing",
            List.of(),
            1.0,
            (double) MOST_ITEMS);
    static final Parameter COMPETITION = text("competition", "competition code, such as eng.1");
    static final Parameter MARKET = text("market", "market's name, such as MATCH_RESULT");
    static final Parameter BOOKMAKER = text("bookmaker", "bookmaker's slug, such as pinnacle");
    static final Parameter MATCH = text("matchId", "match id");
    static final Parameter MINIMUM_EDGE =
            number("minimumEdge", "smallest edge, as a fraction (0.042 = 4.2 %)", -1, 100);

    static Parameter text(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Kind.TEXT, false, meaning, List.of(), null, null);
    }

    static Parameter moment(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Kind.MOMENT, false, meaning, List.of(), null, null);
    }

    static Parameter number(String name, String meaning, double least, double most) {
        return new Parameter(name, Place.QUERY, Kind.NUMBER, false, meaning, List.of(), least, most);
    }

    static Parameter oneOf(String name, String meaning, List<String> among) {
        return new Parameter(name, Place.QUERY, Kind.TEXT, false, meaning, among, null, null);
    }

    static Parameter header(String name, String meaning) {
        return new Parameter(name, Place.HEADER, Kind.TEXT, false, meaning, List.of(), null, null);
    }

    Parameter needed() {
        return new Parameter(name, place, kind, true, meaning, among, least, most);
    }
}
