package io.touchline.ingest.connector.espn;

import io.touchline.schema.TeamStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One side's statistics. A match that ESPN does not cover shows noughts everywhere; those are unknown, not nought. */
final class EspnStatistics {

    private static final double MOST = 1000;

    private EspnStatistics() {}

    /** Keyed by name: abbreviations differ between years. */
    static TeamStatistics of(List<JsonNode> own, List<JsonNode> other, @Nullable Integer halfTimeGoals) {
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
                    .setYellowCards(whole(number(own, "yellowCards")))
                    .setRedCards(whole(number(own, "redCards")))
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

    /** Null where it is absent, no number or out of every range. */
    private static @Nullable Double number(List<JsonNode> statistics, String name) {
        for (JsonNode statistic : statistics) {
            if (name.equals(statistic.path("name").asString(""))) {
                try {
                    double value = Double.parseDouble(
                            statistic.path("displayValue").asString("").replace("%", ""));
                    return value >= 0 && value <= MOST ? value : null;
                } catch (NumberFormatException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
