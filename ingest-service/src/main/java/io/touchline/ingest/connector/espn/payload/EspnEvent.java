package io.touchline.ingest.connector.espn.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code events[]}. A football match has one competition; a tournament of other sports has many.
 *
 * @param id stable number
 * @param uid {@code s:600~l:700~e:740898}: sport, league, event
 * @param date UTC, mostly without seconds: {@code 2026-07-03T22:00Z}
 */
public record EspnEvent(
        @Nullable String id,
        @Nullable String uid,
        @Nullable String date,
        @Nullable Season season,
        @Nullable Status status,
        @Nullable List<Competition> competitions) {

    /** The season; {@code year} is the one it starts in. */
    public record Season(@Nullable Integer year) {}

    /** Where the match stands. {@code state} is {@code pre}, {@code in} or {@code post}; {@code name} is the phase. */
    public record Status(
            @Nullable Double clock,
            @Nullable String displayClock,
            @Nullable Integer period,
            @Nullable Type type) {

        /** Use {@code state} for logic and {@code name} for the phase. */
        public record Type(
                @Nullable String name,
                @Nullable String state,
                @Nullable Boolean completed) {}
    }

    /** The match itself. */
    public record Competition(
            @Nullable Boolean timeValid,
            @Nullable Boolean neutralSite,
            @Nullable Venue venue,
            @Nullable List<Competitor> competitors,
            @Nullable Status status,
            @Nullable List<Detail> details) {}

    /** The ground. */
    public record Venue(@Nullable String fullName) {}

    /** One side; {@code homeAway} tells which, the order of the array does not. {@code score} is a text. */
    public record Competitor(
            @Nullable String id,
            @Nullable String homeAway,
            @Nullable String score,
            @Nullable Team team,
            @Nullable List<Statistic> statistics) {}

    /** A club as ESPN writes it. */
    public record Team(
            @Nullable String id,
            @Nullable String displayName,
            @Nullable String shortDisplayName) {}

    /** One statistic; key on the name, the abbreviation differs between years. */
    public record Statistic(@Nullable String name, @Nullable String displayValue) {}

    /** A goal or card. An own goal counts for {@code team}, its player is the other side's. */
    public record Detail(
            @Nullable Type type,
            @Nullable Clock clock,
            @Nullable Team team,
            @Nullable Boolean scoringPlay,
            @Nullable Boolean redCard,
            @Nullable Boolean yellowCard,
            @Nullable Boolean penaltyKick,
            @Nullable Boolean ownGoal,
            @Nullable Boolean shootout,
            @Nullable Integer scoreValue,
            @Nullable List<Athlete> athletesInvolved) {

        /** Its kind. */
        public record Type(@Nullable String id, @Nullable String text) {}

        /** When; {@code value} in seconds, standing at 2700 and 5400 in stoppage time. */
        public record Clock(
                @Nullable Double value, @Nullable String displayValue) {}

        /** Who. */
        public record Athlete(@Nullable String displayName) {}
    }
}
