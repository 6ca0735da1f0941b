package io.touchline.ingest.connector.mlb;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One game of a schedule or a live feed, checked.
 *
 * @param fixture who and when
 * @param phase where it stands
 * @param board runs; null where not told or before the first pitch
 * @param inning the running one; null where not told
 * @param innings how many it has by the rules
 * @param venue null where not told
 */
record MlbGame(
        FixtureRef fixture,
        MlbPhase phase,
        @Nullable Goals board,
        @Nullable Integer inning,
        int innings,
        @Nullable String venue) {

    /** Regular season, tie-breaks and every round after it; neither spring training nor exhibitions nor all-stars. */
    private static final Set<String> OF_THE_LEAGUE = Set.of("R", "F", "D", "L", "W", "C", "P");

    private static final Set<String> DOUBLE_HEADERS = Set.of("Y", "S");
    private static final int MOST_RUNS = 99;
    private static final int MOST_INNINGS = 60;
    private static final int USUAL_INNINGS = 9;
    private static final int MAJOR = 1;

    private record Sides(TeamRef home, TeamRef away) {}

    /** Of {@code dates[].games[]}. */
    static MlbGame ofSchedule(JsonNode game) throws Unusable {
        if (!game.isObject()) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "a game that is no object");
        }
        JsonNode teams = JsonFields.object(game, "teams");
        JsonNode home = JsonFields.object(teams, "home");
        JsonNode away = JsonFields.object(teams, "away");
        JsonNode linescore = JsonFields.object(game, "linescore");
        MlbPhase phase = MlbPhase.of(JsonFields.object(game, "status"));
        Sides sides = new Sides(team(home, "team"), team(away, "team"));
        Instant firstPitch = moment(JsonFields.neededText(game, "gameDate"));
        return new MlbGame(
                fixture(
                        JsonFields.neededText(game, "gamePk"),
                        sides,
                        JsonFields.text(game, "gameType"),
                        firstPitch,
                        phase,
                        game,
                        true),
                phase,
                board(phase, runs(home, "score"), runs(away, "score")),
                JsonFields.whole(linescore, "currentInning", 0, MOST_INNINGS),
                innings(game.has("scheduledInnings") ? game : linescore),
                JsonFields.text(JsonFields.object(game, "venue"), "name"));
    }

    /** Of a live feed's root. */
    static MlbGame ofFeed(JsonNode feed) throws Unusable {
        JsonNode data = JsonFields.object(feed, "gameData");
        JsonNode linescore = JsonFields.object(JsonFields.object(feed, "liveData"), "linescore");
        JsonNode runs = JsonFields.object(linescore, "teams");
        JsonNode teams = JsonFields.object(data, "teams");
        JsonNode game = JsonFields.object(data, "game");
        MlbPhase phase = MlbPhase.of(JsonFields.object(data, "status"));
        Sides sides = new Sides(team(teams, "home"), team(teams, "away"));
        Integer sport = JsonFields.whole(teams.path("home").path("sport"), "id", 0, Integer.MAX_VALUE);
        String number = JsonFields.text(feed, "gamePk");
        Instant firstPitch = moment(JsonFields.neededText(JsonFields.object(data, "datetime"), "dateTime"));
        return new MlbGame(
                fixture(
                        number == null ? JsonFields.neededText(game, "pk") : number,
                        sides,
                        JsonFields.text(game, "type"),
                        firstPitch,
                        phase,
                        game,
                        sport == null || sport == MAJOR),
                phase,
                board(
                        phase,
                        runs(JsonFields.object(runs, "home"), "runs"),
                        runs(JsonFields.object(runs, "away"), "runs")),
                JsonFields.whole(linescore, "currentInning", 0, MOST_INNINGS),
                innings(linescore),
                JsonFields.text(JsonFields.object(data, "venue"), "name"));
    }

    /**
     * PERIOD_1 and on, EXTRA_TIME after the last inning by the rules; null before and for a game that is not played.
     *
     * @param lastKnown inning, for a payload that does not tell it
     */
    @Nullable String period(@Nullable Integer lastKnown) {
        if (phase.status().equals("FINISHED")) {
            return "FULL_TIME";
        }
        if (!phase.status().equals("IN_PLAY")) {
            return null;
        }
        Integer at = inning == null || inning == 0 ? lastKnown : inning;
        return at == null ? "PERIOD_1" : at > innings ? "EXTRA_TIME" : "PERIOD_" + at;
    }

    private static FixtureRef fixture(
            String id,
            Sides sides,
            @Nullable String type,
            Instant firstPitch,
            MlbPhase phase,
            JsonNode numbered,
            boolean major)
            throws Unusable {
        if (sides.home().name().equals(sides.away().name())) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, sides.home().name() + " against itself");
        }
        boolean ofTheLeague = major && (type == null || OF_THE_LEAGUE.contains(type));
        String doubleHeader = JsonFields.text(numbered, "doubleHeader");
        Integer number = JsonFields.whole(numbered, "gameNumber", 1, 9);
        return new FixtureRef(
                MlbVendor.NAME,
                id,
                "baseball",
                ofTheLeague ? Competitions.find("mlb").map(Competition::code).orElse(null) : null,
                ofTheLeague ? "Major League Baseball" : "baseball game of type " + type,
                "US",
                season(numbered),
                sides.home(),
                sides.away(),
                firstPitch,
                phase.timeKnown(),
                doubleHeader != null && DOUBLE_HEADERS.contains(doubleHeader) ? number : null);
    }

    private static @Nullable Integer season(JsonNode game) throws Unusable {
        try {
            return JsonFields.whole(game, "season", 1800, 2200);
        } catch (Unusable e) {
            throw new Unusable(RejectReason.UNKNOWN_SEASON, e.detail());
        }
    }

    private static @Nullable Integer runs(JsonNode side, String name) throws Unusable {
        return JsonFields.whole(side, name, 0, MOST_RUNS);
    }

    private static @Nullable Goals board(MlbPhase phase, @Nullable Integer home, @Nullable Integer away)
            throws Unusable {
        if (!phase.begun()) {
            return null;
        }
        if (home == null || away == null) {
            throw new Unusable(RejectReason.MISSING_SCORE, "no runs in status " + phase.status());
        }
        return new Goals(home, away);
    }

    private static int innings(JsonNode node) throws Unusable {
        Integer told = JsonFields.whole(node, "scheduledInnings", 1, MOST_INNINGS);
        return told == null ? USUAL_INNINGS : told;
    }

    private static TeamRef team(JsonNode holder, String which) throws Unusable {
        JsonNode team = JsonFields.object(holder, which);
        String name = JsonFields.text(team, "name");
        if (name == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a team without name");
        }
        return new TeamRef(name, JsonFields.text(team, "teamName"), JsonFields.text(team, "id"));
    }

    private static Instant moment(String text) throws Unusable {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "date " + text);
        }
    }
}
