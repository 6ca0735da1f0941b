package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.MatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F24: all events of one match. */
final class OptaGame {

    private static final Duration SURELY_OVER = Duration.ofHours(6);

    private final OptaMemory memory;
    private final Payload payload;
    private final EventSink sink;

    OptaGame(OptaMemory memory, Payload payload, EventSink sink) {
        this.memory = memory;
        this.payload = payload;
        this.sink = sink;
    }

    void read(OptaNode game, @Nullable OptaNode games) {
        OptaCourse course = OptaCourse.of(game.all("Event"), memory, sink);
        String told = game.value("id");
        String id = told == null ? OptaMemory.matchOf(payload.location()) : OptaMemory.id(told);
        List<String> teams = teams(game, course);
        if (teams.size() != 2) {
            sink.rejected(RejectReason.MISSING_TEAM, "a game without its two teams", "game " + id, null, null);
            return;
        }
        String homeId = teams.getFirst();
        String awayId = teams.getLast();
        FixtureRef ref = fixture(game, id, homeId, awayId);
        memory.fixture(ref);
        Instant written = games == null ? null : OptaTimes.instant(games.value("timestamp"), null);
        Instant observedAt = written == null || written.isAfter(payload.receivedAt()) ? payload.observedAt() : written;
        List<MatchEvent> incidents = course.tell(ref, homeId, awayId, observedAt);
        if (course.isWhole()) {
            sink.event(match(course, ref, homeId, awayId, observedAt, incidents));
        }
    }

    private MatchSeen match(
            OptaCourse course,
            FixtureRef ref,
            String homeId,
            String awayId,
            Instant observedAt,
            List<MatchEvent> incidents) {
        String period = course.period();
        Instant kickoffAt = ref.kickoffAt();
        boolean over = period != null
                && (course.isOver() || (kickoffAt != null && observedAt.isAfter(kickoffAt.plus(SURELY_OVER))));
        Goals goals = period == null ? null : course.goals(homeId, awayId, false);
        return new MatchSeen(
                ref,
                observedAt,
                over ? "FINISHED" : period == null ? "SCHEDULED" : "IN_PLAY",
                over ? "FULL_TIME" : period,
                course.minute(),
                goals,
                incidents,
                period != null,
                Incidents.untold(),
                Incidents.untold(),
                over ? course.goals(homeId, awayId, true) : null,
                Facts.NONE,
                null);
    }

    /** The game says them; where it was cut, the team whose line-up came first is at home, as in the feed. */
    private List<String> teams(OptaNode game, OptaCourse course) {
        String home = game.value("home_team_id");
        String away = game.value("away_team_id");
        return home == null || away == null
                ? course.teamsByLineUp()
                : List.of(OptaMemory.id(home), OptaMemory.id(away));
    }

    private FixtureRef fixture(OptaNode game, String id, String homeId, String awayId) {
        FixtureRef known = memory.findFixture(id);
        if (known != null) {
            return known;
        }
        OptaNode date = game.find("game_date");
        String utc = game.value("game_date_utc");
        OptaTimes.Start start = date != null && date.value("utc") != null
                ? OptaTimes.start(date.value("utc"), "UTC", true)
                : utc != null
                        ? OptaTimes.start(utc, "UTC", true)
                        : OptaTimes.start(game.value("game_date"), null, true);
        String season = game.value("season_id");
        return new FixtureRef(
                OptaAdapter.SOURCE,
                id,
                "soccer",
                OptaCompetitions.byNumber(game.value("competition_id")),
                game.value("competition_name"),
                null,
                season != null && season.matches("(19|20)[0-9]{2}") ? Integer.valueOf(season) : null,
                team(homeId, game.value("home_team_name")),
                team(awayId, game.value("away_team_name")),
                start == null ? null : start.at(),
                start != null && start.known(),
                null);
    }

    private @Nullable TeamRef team(String id, @Nullable String name) {
        TeamRef known = memory.findTeam(id);
        if (known != null || name == null) {
            return known;
        }
        TeamRef told = new TeamRef(name, null, id);
        memory.team(told);
        return told;
    }
}
