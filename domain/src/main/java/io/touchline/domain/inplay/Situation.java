package io.touchline.domain.inplay;

/**
 * What has happened so far in a match, home first. Shots and expected goals are NaN where no source tells them.
 *
 * @param homeGoals goals that count for the home side, own goals of the other among them
 * @param awayGoals the same of the away side
 * @param homeReds players sent off
 * @param awayReds the same of the away side
 * @param homeShots all attempts, blocked ones too
 * @param awayShots the same of the away side
 * @param homeXg expected goals of these shots
 * @param awayXg the same of the away side
 */
public record Situation(
        int homeGoals,
        int awayGoals,
        int homeReds,
        int awayReds,
        double homeShots,
        double awayShots,
        double homeXg,
        double awayXg) {

    public Situation {
        if (homeGoals < 0 || awayGoals < 0 || homeReds < 0 || awayReds < 0) {
            throw new IllegalArgumentException("goals and cards are 0 or more but were %d-%d and %d, %d"
                    .formatted(homeGoals, awayGoals, homeReds, awayReds));
        }
    }

    /** The score alone is known. */
    public static Situation ofScore(int homeGoals, int awayGoals) {
        return new Situation(homeGoals, awayGoals, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
