package io.touchline.domain.grid;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.odds.OutcomeProbabilities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One market read from a grid.
 *
 * @param line null where the market has none
 * @param selections one entry a selection, in the market's order; correct scores by home goals, then away goals
 */
public record GridMarket(MarketType market, @Nullable Double line, List<GridSelection> selections) {

    public GridMarket {
        selections = List.copyOf(selections);
    }

    /**
     * One selection of it.
     *
     * @param selection the selection's name, or a score such as {@code 2-1}
     */
    public record GridSelection(String selection, OutcomeProbabilities outcomes) {}
}
