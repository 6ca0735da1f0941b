package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Match;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the feed's messages come from: the league, or a recording. Safe for many threads. */
interface SportradarSource {

    /** Matches that the schedules show. */
    List<Match> shown();

    /** The producers' word that they are there. */
    void alive();

    /** Tells what is due. */
    void tell();

    /** Messages of a kind so far, recovered ones not counted. */
    long sent(String kind);

    /** Everything that a producer told after a time, and that it was all; from now on it tells what happens. */
    void recover(String producer, @Nullable Instant after, long request, String node);

    /** All odds of one match, and that it was all. */
    void recover(String producer, String urn, long request, String node);
}
