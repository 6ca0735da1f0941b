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

    /** Empty before kickoff, once the 90 minutes are over, and where clock or score are not known. */
    public static Optional<InPlayInput> of(FeatureVector vector) {
        double period = value(vector, "in_play_period");
        double minute = value(vector, "in_play_minute");
        double home = value(vector, "in_play_goals_home");
        double away = value(vector, "in_play_goals_away");
        if (!(period >= FIRST_HALF && period <= SECOND_HALF && minute >= 0 && home >= 0 && away >= 0)) {
            return Optional.empty();
        }
        MatchPhase phase = switch ((int) period) {
            case FIRST_HALF -> MatchPhase.FIRST_HALF;
            case HALF_TIME -> MatchPhase.HALF_TIME;
            default -> MatchPhase.SECOND_HALF;
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

    private static int count(FeatureVector vector, String name) {
        double value = value(vector, name);
        return value > 0 ? (int) value : 0;
    }

    private static double value(FeatureVector vector, String name) {
        return FeatureCatalogue.find(name).isPresent() ? FeatureCatalogue.value(vector, name) : Double.NaN;
    }
}
