package io.touchline.ingest.connector.espn;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of a scoreboard or the header of a summary, checked: whatever a match cannot do without is there and in its range.
 *
 * @param fixture who, when, where
 * @param sport ours
 * @param phase where it stands
 * @param home one side
 * @param away the other
 * @param competition the node with the rest
 */
record EspnMatch(FixtureRef fixture, EspnSport sport, EspnPhase phase, Side home, Side away, JsonNode competition) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS]X");
    private static final Pattern DOUBLE_HEADER = Pattern.compile(
            "(?i)double.?header.*\\bgame\\s*([0-9])\\b.*|.*\\bgame\\s*([0-9])\\s+of\\s+double.?header.*");
    private static final int MOST_GOALS = 99;
    private static final int MOST_POINTS = 400;

    /**
     * One side of the match.
     *
     * @param goals on the board; null where not told or before the start
     * @param periods goals of each period; empty where not told
     */
    record Side(String id, TeamRef team, @Nullable Integer goals, List<Integer> periods, List<JsonNode> statistics) {}

    static EspnMatch of(JsonNode event, EspnLeagues leagues) throws Unusable {
        if (!event.isObject()) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an event that is no object");
        }
        String id = JsonFields.neededText(event, "id");
        EspnLeagues.League league = leagues.find(event);
        List<JsonNode> competitions = JsonFields.list(event, "competitions");
        if (competitions.isEmpty()) {
            throw new Unusable(RejectReason.MISSING_FIELD, "event " + id + " has no competitors");
        }
        JsonNode competition = competitions.getFirst();
        List<JsonNode> competitors = JsonFields.list(competition, "competitors");
        if (competitors.isEmpty()) {
            throw new Unusable(RejectReason.MISSING_FIELD, "event " + id + " has no competitors");
        }
        JsonNode status = JsonFields.object(competition, "status");
        int periods = league.sport().periods(league.slug());
        EspnPhase phase = EspnPhase.of(
                status.isMissingNode() ? JsonFields.object(event, "status") : status, league.sport(), periods);
        Side home = side(competitors, "home", phase, league.sport());
        Side away = side(competitors, "away", phase, league.sport());
        if (home.id().equals(away.id()) || home.team().name().equals(away.team().name())) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, home.team().name() + " against itself");
        }
        String date = JsonFields.text(event, "date");
        FixtureRef fixture = new FixtureRef(
                EspnVendor.NAME,
                id,
                league.sport().word(),
                league.code(),
                league.name(),
                null,
                season(event, league),
                home.team(),
                away.team(),
                kickoff(date == null ? JsonFields.text(competition, "date") : date),
                phase.timeKnown() && isTimeValid(event, competition),
                gameNumber(competition));
        return new EspnMatch(fixture, league.sport(), phase, home, away, competition);
    }

    /** The board; null where not told or before the start. */
    @Nullable Goals board() {
        Integer one = home.goals();
        Integer other = away.goals();
        return one == null || other == null ? null : new Goals(one, other);
    }

    /** HOME, AWAY, or null for a team that does not play. */
    @Nullable String side(JsonNode team) {
        String id = team.path("id").asString("");
        String name = team.path("displayName").asString("");
        if (id.isEmpty() ? home.team().name().equals(name) : home.id().equals(id)) {
            return "HOME";
        }
        return (id.isEmpty() ? away.team().name().equals(name) : away.id().equals(id)) ? "AWAY" : null;
    }

    /** Goals of the first periods by ESPN's own sums; null where they do not make the score. */
    @Nullable Goals after(int periods) {
        Goals board = board();
        boolean told = board != null
                && home.periods().size() >= periods
                && away.periods().size() >= periods
                && sum(home.periods(), 4) == board.home()
                && sum(away.periods(), 4) == board.away();
        return told ? new Goals(sum(home.periods(), periods), sum(away.periods(), periods)) : null;
    }

    private static int sum(List<Integer> periods, int first) {
        return periods.stream().limit(first).mapToInt(Integer::intValue).sum();
    }

    private static boolean isTimeValid(JsonNode event, JsonNode competition) throws Unusable {
        return !Boolean.FALSE.equals(JsonFields.flag(competition, "timeValid"))
                && !Boolean.FALSE.equals(JsonFields.flag(event, "timeValid"));
    }

    private static @Nullable Integer season(JsonNode event, EspnLeagues.League league) throws Unusable {
        JsonNode season = JsonFields.object(event, "season");
        try {
            Integer year = JsonFields.whole(season, "year", 1900, 2200);
            return year == null ? null : league.sport().startYear(year, league.slug());
        } catch (Unusable e) {
            throw new Unusable(RejectReason.UNKNOWN_SEASON, e.detail());
        }
    }

    private static Instant kickoff(@Nullable String date) throws Unusable {
        try {
            if (date != null) {
                return OffsetDateTime.parse(date, DATE).toInstant();
            }
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "date " + date);
        }
        throw new Unusable(RejectReason.MISSING_FIELD, "no date");
    }

    /** Which game of a double-header, from the headline that says so. */
    private static @Nullable Integer gameNumber(JsonNode competition) throws Unusable {
        for (JsonNode note : JsonFields.list(competition, "notes")) {
            Matcher matcher = DOUBLE_HEADER.matcher(note.path("headline").asString(""));
            if (matcher.matches()) {
                return Integer.valueOf(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
        return null;
    }

    private static Side side(List<JsonNode> competitors, String which, EspnPhase phase, EspnSport sport)
            throws Unusable {
        List<JsonNode> found = competitors.stream()
                .filter(each -> which.equals(each.path("homeAway").asString("")))
                .toList();
        JsonNode team = found.size() == 1 ? JsonFields.object(found.getFirst(), "team") : null;
        String name = team == null ? null : JsonFields.text(team, "displayName");
        if (team == null || name == null) {
            throw new Unusable(
                    RejectReason.MISSING_TEAM, found.size() + " competitors are " + which + ", or have no name");
        }
        JsonNode competitor = found.getFirst();
        String ownId = JsonFields.text(team, "id");
        String id = ownId == null ? JsonFields.text(competitor, "id") : ownId;
        if (id == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, name + " has no id");
        }
        return new Side(
                id,
                new TeamRef(name, JsonFields.text(team, "shortDisplayName"), id),
                goals(competitor, phase, sport),
                periods(competitor),
                JsonFields.list(competitor, "statistics"));
    }

    private static @Nullable Integer goals(JsonNode competitor, EspnPhase phase, EspnSport sport) throws Unusable {
        int most = sport == EspnSport.SOCCER ? MOST_GOALS : MOST_POINTS;
        JsonNode score = competitor.path("score");
        Integer goals = score.isObject()
                ? JsonFields.whole(score, score.has("value") ? "value" : "displayValue", 0, most)
                : JsonFields.whole(competitor, "score", 0, most);
        if (goals == null && phase.period() != null) {
            throw new Unusable(RejectReason.MISSING_SCORE, "no score in " + phase.period());
        }
        return phase.begun() ? goals : null;
    }

    private static List<Integer> periods(JsonNode competitor) throws Unusable {
        List<Integer> goals = new ArrayList<>();
        for (JsonNode period : JsonFields.list(competitor, "linescores")) {
            Integer value = JsonFields.whole(period, period.has("value") ? "value" : "displayValue", 0, MOST_POINTS);
            if (value == null) {
                return List.of();
            }
            goals.add(value);
        }
        return goals;
    }
}
