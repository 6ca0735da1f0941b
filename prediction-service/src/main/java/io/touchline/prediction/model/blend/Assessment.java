package io.touchline.prediction.model.blend;

import io.touchline.domain.grid.ScoreGrid;
import java.util.List;

/**
 * The blended opinion of one match.
 *
 * @param grid from which every market is read; its result and over 2.5 are the {@link Pool} of the votes
 * @param confidence 0 to 1, see {@link Confidence}
 * @param votes of the models that had an opinion
 * @param reasons largest effect first
 */
public record Assessment(ScoreGrid grid, double confidence, List<Vote> votes, List<Effect> reasons) {

    public Assessment {
        votes = List.copyOf(votes);
        reasons = List.copyOf(reasons);
    }

    /**
     * What pulled the home win up or down.
     *
     * @param name of the feature or rate
     * @param value of it
     * @param effect on the probability of a home win, −1 to 1
     */
    public record Effect(String name, double value, double effect) {}
}
