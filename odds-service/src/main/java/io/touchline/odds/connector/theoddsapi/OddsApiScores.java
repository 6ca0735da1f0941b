package io.touchline.odds.connector.theoddsapi;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Events of {@code /scores}: the score as it stands, by the teams' names, with nothing on how it came about. */
final class OddsApiScores {

    private OddsApiScores() {}

    static boolean isScore(JsonNode event) {
        return !event.has("bookmakers") && event.path("completed").isBoolean();
    }

    static MatchSeen read(JsonNode event, FixtureRef fixture, Instant observedAt) throws Unusable {
        JsonNode scores = event.path("scores");
        boolean completed = event.path("completed").booleanValue();
        Goals goals = null;
        if (scores.isArray() && !scores.isEmpty()) {
            goals = new Goals(
                    goals(scores, Objects.requireNonNull(fixture.home())),
                    goals(scores, Objects.requireNonNull(fixture.away())));
        } else if (completed) {
            throw new Unusable(RejectReason.MISSING_SCORE, "completed without scores");
        }
        JsonNode updated = event.path("last_update");
        return new MatchSeen(
                fixture,
                updated.isNull() || updated.isMissingNode() ? observedAt : OddsApiFormat.time(updated, "last_update"),
                completed ? "FINISHED" : goals == null ? "SCHEDULED" : "IN_PLAY",
                completed ? "FULL_TIME" : null,
                null,
                goals,
                List.of(),
                false,
                new TeamStatistics(),
                new TeamStatistics(),
                regular(fixture, completed, goals),
                Facts.NONE,
                null);
    }

    /** A football match may have gone on after 90 minutes, which is not told. */
    private static @Nullable Goals regular(FixtureRef fixture, boolean completed, @Nullable Goals goals) {
        return completed && !fixture.sport().equals("soccer") ? goals : null;
    }

    private static int goals(JsonNode scores, TeamRef team) throws Unusable {
        for (JsonNode score : scores) {
            if (OddsApiFormat.text(score.path("name")).equals(team.name())) {
                JsonNode value = score.path("score");
                String text = value.isIntegralNumber() ? value.asString() : OddsApiFormat.text(value);
                if (!text.matches("\\d{1,3}")) {
                    throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, team.name() + " has the score " + value);
                }
                return Integer.parseInt(text);
            }
        }
        throw new Unusable(RejectReason.MISSING_SCORE, "no score of " + team.name());
    }
}
