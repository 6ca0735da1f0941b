package io.touchline.simulator.league;

import java.time.Instant;

/**
 * One scheduled match of the league.
 *
 * @param eventId its number at the score vendor
 * @param oddsId its 32 hexadecimal digits at the odds vendor
 * @param seasonYear the year in which its season starts
 * @param round round of the season, from 1
 * @param home the home club
 * @param away the away club
 * @param kickoffAt scheduled and real start
 * @param seed everything that happens in and around it
 */
public record Match(
        String eventId, String oddsId, int seasonYear, int round, Club home, Club away, Instant kickoffAt, Seed seed) {}
