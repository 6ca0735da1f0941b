package io.touchline.alert.grade;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Outcome;
import io.touchline.domain.market.Settlements;
import io.touchline.domain.measure.ClosingLineValue;
import io.touchline.schema.ValueAlert;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert's end. Odds 2.10 on a home win that came, with a fair closing probability of 0.50: profit 1.10, CLV 0.05; run as {@code GradeTest#wonBet}.
 *
 * @param outcome of the bet
 * @param profit per unit staked at the odds taken
 * @param closingFairProbability null where the market did not close
 * @param clv odds taken × fair closing probability − 1; null where that is
 */
public record Grade(
        Outcome outcome,
        double profit,
        @Nullable Double closingFairProbability,
        @Nullable Double clv) {

    /** Grades the odds taken. A match whose goals count for nothing voids the bet; the price taken is measured all the same. */
    public static Grade of(ValueAlert alert, FinalResult result, @Nullable Double closingFairProbability) {
        Score score = result.score();
        Outcome outcome = score == null
                ? Outcome.VOID
                : Settlements.settle(
                        MarketType.valueOf(alert.getMarket()), alert.getLine(), alert.getSelection(), score);
        return new Grade(
                outcome,
                outcome.profit(alert.getOpeningOdds()),
                closingFairProbability,
                closingFairProbability == null
                        ? null
                        : (Double) ClosingLineValue.of(alert.getOpeningOdds(), closingFairProbability));
    }

    /** True where an alert carries this grade already. */
    public boolean isOn(ValueAlert alert) {
        return alert.getState().equals("GRADED")
                && outcome.name().equals(alert.getResult())
                && Objects.equals(profit, alert.getProfit())
                && Objects.equals(closingFairProbability, alert.getClosingFairProbability());
    }
}
