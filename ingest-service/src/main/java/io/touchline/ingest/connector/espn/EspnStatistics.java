package io.touchline.ingest.connector.espn;

import io.touchline.ingest.connector.espn.payload.EspnEvent;
import io.touchline.schema.TeamStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side's statistics. A match that ESPN does not cover shows noughts everywhere; those are unknown, not nought. */
final class EspnStatistics {

    private EspnStatistics() {}

    static TeamStatistics of(
            List<EspnEvent.Statistic> own, List<EspnEvent.Statistic> other, @Nullable Integer halfTimeGoals) {
        TeamStatistics.Builder statistics = TeamStatistics.newBuilder().setHalfTimeGoals(halfTimeGoals);
        boolean covered = isPositive(number(own, "possessionPct"))
                || isPositive(number(other, "possessionPct"))
                || isPositive(number(own, "totalShots"))
                || isPositive(number(other, "totalShots"));
        if (covered) {
            Double possession = number(own, "possessionPct");
            statistics
                    .setShots(whole(number(own, "totalShots")))
                    .setShotsOnTarget(whole(number(own, "shotsOnTarget")))
                    .setCorners(whole(number(own, "wonCorners")))
                    .setFouls(whole(number(own, "foulsCommitted")))
                    .setPossession(possession == null || possession > 100 ? null : possession / 100);
        }
        return statistics.build();
    }

    private static boolean isPositive(@Nullable Double value) {
        return value != null && value > 0;
    }

    private static @Nullable Integer whole(@Nullable Double value) {
        return value == null ? null : (int) Math.round(value);
    }

    /** Null where it is absent, no number or below nought. */
    private static @Nullable Double number(List<EspnEvent.Statistic> statistics, String name) {
        for (EspnEvent.Statistic statistic : statistics) {
            if (statistic != null && name.equals(statistic.name()) && statistic.displayValue() != null) {
                try {
                    double value = Double.parseDouble(statistic.displayValue());
                    return value >= 0 ? value : null;
                } catch (NumberFormatException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
