package io.touchline.simulator.league;

/**
 * A fictional club and how good it truly is.
 *
 * @param vendorId the number it has at the score vendor
 * @param name the name the score vendor writes
 * @param oddsName the name the odds vendor writes
 * @param shortName what the terraces call it
 * @param abbreviation three letters
 * @param ground its stadium
 * @param attack logarithm of the factor by which it scores more than the average club
 * @param defence logarithm of the factor by which it concedes less than the average club
 */
public record Club(
        String vendorId,
        String name,
        String oddsName,
        String shortName,
        String abbreviation,
        String ground,
        double attack,
        double defence) {}
