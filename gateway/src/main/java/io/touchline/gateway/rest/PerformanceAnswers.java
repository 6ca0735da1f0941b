package io.touchline.gateway.rest;

import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.schema.AlertOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers about how the alerts fared. Past figures promise nothing. */
final class PerformanceAnswers {

    private static final Set<String> WON = Set.of("WON", "HALF_WON");
    private static final Set<String> RETURNED = Set.of("PUSH", "VOID");

    private PerformanceAnswers() {}

    @Meaning("An estimate with its 95 % interval.")
    record Estimate(
            @Meaning("null without an observation") @Nullable Double value,

            @Meaning("lower end; null with too few observations") @Nullable Double lower,

            @Meaning("upper end; null with too few observations") @Nullable Double upper,

            @Meaning("observations") int count) {

        static Estimate of(ConfidenceInterval interval) {
            return new Estimate(
                    finite(interval.estimate()), finite(interval.lower()), finite(interval.upper()), interval.count());
        }

        private static @Nullable Double finite(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    @Meaning("How a number of graded alerts fared.")
    record Measures(
            @Meaning("graded alerts") int count,

            @Meaning("share won (whole or half) of those that were decided")
            Estimate hitRate,

            @Meaning("mean profit per unit staked, every alert at one unit")
            Estimate profitPerUnit,

            @Meaning("mean of odds taken x fair closing probability - 1, where the market closed")
            Estimate clv,

            @Meaning("sum of stake x profit, in bankrolls") double stakedProfit,
            @Meaning("sum of stakes, in bankrolls") double staked,

            @Meaning("mean edge at opening; null without alerts") @Nullable Double meanEdge,

            @Meaning("further alerts like these until the interval of clv leaves out 0; null where that cannot be told")
            @Nullable Long alertsStillNeeded) {}

    @Meaning("All graded alerts.")
    record Metrics(
            @Meaning("null without alerts") @Nullable Instant firstGradedAt,
            @Meaning("null without alerts") @Nullable Instant lastGradedAt,
            Measures measures,
            @Meaning("what these figures are not") String note) {}

    @Meaning("The graded alerts of one league or market.")
    record Group(
            @Meaning("competition code or market's name") String name,
            @Meaning("as people read it") String title,
            Measures measures) {}

    @Meaning("Graded alerts by league or market, the most first.")
    record Groups(
            List<Group> items,
            @Meaning("what these figures are not") String note) {}

    static final String NOTE =
            "What happened, not what will: no promise of profit. Judge by the closing-line value and its interval.";

    static Metrics metrics(List<AlertOutcome> outcomes) {
        return new Metrics(
                outcomes.stream()
                        .map(AlertOutcome::getGradedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                outcomes.stream()
                        .map(AlertOutcome::getGradedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                measures(outcomes),
                NOTE);
    }

    static Measures measures(List<AlertOutcome> outcomes) {
        int decided = (int) outcomes.stream()
                .filter(outcome -> !RETURNED.contains(outcome.getResult()))
                .count();
        int won = (int) outcomes.stream()
                .filter(outcome -> WON.contains(outcome.getResult()))
                .count();
        double[] profits =
                outcomes.stream().mapToDouble(AlertOutcome::getProfit).toArray();
        double[] clvs = outcomes.stream()
                .map(AlertOutcome::getClv)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        long needed = ConfidenceInterval.stillNeeded(clvs);
        return new Measures(
                outcomes.size(),
                Estimate.of(ConfidenceInterval.ofProportion(won, decided)),
                Estimate.of(ConfidenceInterval.ofMean(profits)),
                Estimate.of(ConfidenceInterval.ofMean(clvs)),
                outcomes.stream()
                        .mapToDouble(outcome -> outcome.getStake() * outcome.getProfit())
                        .sum(),
                outcomes.stream().mapToDouble(AlertOutcome::getStake).sum(),
                outcomes.isEmpty()
                        ? null
                        : outcomes.stream()
                                .mapToDouble(AlertOutcome::getEdge)
                                .average()
                                .orElseThrow(),
                needed == Long.MAX_VALUE ? null : needed);
    }
}
