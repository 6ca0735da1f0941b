package io.touchline.gateway.view;

/** Who told a kickoff, the less trusted first. */
enum KickoffFrom {
    /** Nobody: the time of a live record stands in. */
    GUESS,
    /** A bookmaker, or a record made from one. */
    MARKET,
    /** The fixture list or the result. */
    SCHEDULE;

    boolean replaces(KickoffFrom known) {
        return this == SCHEDULE || compareTo(known) > 0;
    }
}
