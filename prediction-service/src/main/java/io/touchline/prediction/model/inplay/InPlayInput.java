package io.touchline.prediction.model.inplay;

import io.touchline.domain.inplay.MatchPhase;
import io.touchline.domain.inplay.Situation;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.util.Optional;

/**
 * What a vector tells of a running match, read by the features' names; a feature that the catalogue does not have is unknown.
 *
 * @param minute whole minutes played, stoppage time as the period's last
 */
public record InPlayInput(MatchPhase phase, int minute, Situation situation) {

    private static final int FIRST_HALF = 1;
    private static final int HALF_TIME = 2;
    private static final int SECOND_HALF = 3;
    private static final int WAITING = 4;
    private static final int EXTRA_TIME = 5;
    private static final int PENALTIES = 6;

    private static final int FULL = 90;
    private static final int WITH_EXTRA_TIME = 120;

    /** The minute stops at the end of extra time while the source's may run on for so long: a goal that seems this much older than 90 minutes is. */
    private static final int STOPPAGE = 10;

    /**
     * Empty before kickoff, after the final whistle, and where clock or score are not known. In extra time and penalties the score is that after 90 minutes, or nothing is told where a goal may have fallen since.
     */
    public static Optional<InPlayInput> of(FeatureVector vector) {
        double period = value(vector, "in_play_period");
        double minute = value(vector, "in_play_minute");
        double home = value(vector, "in_play_goals_home");
        double away = value(vector, "in_play_goals_away");
        boolean told = period >= FIRST_HALF && period <= PENALTIES && minute >= 0 && home >= 0 && away >= 0;
        if (!told || (period >= EXTRA_TIME && home + away > 0 && !allBeforeExtraTime(vector, minute))) {
            return Optional.empty();
        }
        MatchPhase phase = switch ((int) period) {
            case FIRST_HALF -> MatchPhase.FIRST_HALF;
            case HALF_TIME -> MatchPhase.HALF_TIME;
            case SECOND_HALF -> MatchPhase.SECOND_HALF;
            case WAITING -> MatchPhase.EXTRA_TIME_AHEAD;
            case EXTRA_TIME -> MatchPhase.EXTRA_TIME;
            default -> MatchPhase.PENALTIES;
        };
        return Optional.of(new InPlayInput(
                phase,
                (int) minute,
                new Situation(
                        (int) home,
                        (int) away,
                        count(vector, "in_play_red_cards_home"),
                        count(vector, "in_play_red_cards_away"),
                        value(vector, "in_play_shots_home"),
                        value(vector, "in_play_shots_away"),
                        value(vector, "in_play_xg_home"),
                        value(vector, "in_play_xg_away"))));
    }

    /** Whether the last goal fell in the 90 minutes for sure; one in their stoppage time may not look so. */
    private static boolean allBeforeExtraTime(FeatureVector vector, double minute) {
        double last = minute - value(vector, "in_play_minutes_since_goal");
        return last <= (minute < WITH_EXTRA_TIME ? FULL : FULL - STOPPAGE);
    }

    private static int count(FeatureVector vector, String name) {
        double value = value(vector, name);
        return value > 0 ? (int) value : 0;
    }

    private static double value(FeatureVector vector, String name) {
        return FeatureCatalogue.find(name).isPresent() ? FeatureCatalogue.value(vector, name) : Double.NaN;
    }
}
