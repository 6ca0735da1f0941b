package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One match of theirs in our words. */
final class FootballDataOrgMatch {

    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,3})(?:\\s*\\+\\s*([0-9]{1,2}))?'?");
    private static final int MOST = 200;

    private final JsonNode match;
    private final FixtureRef fixture;
    private final String status;
    private final TeamRef home;
    private final TeamRef away;
    private final FootballDataOrgScore score;

    /**
     * Checked: whatever a match cannot do without is there and in its range.
     *
     * @param root of the answer, which may name the competition once for all matches
     */
    FootballDataOrgMatch(JsonNode match, JsonNode root) throws Unusable {
        if (!match.isObject()) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "a match that is no object");
        }
        this.match = match;
        String id = JsonFields.neededText(match, "id");
        this.status = JsonFields.neededText(match, "status");
        this.home = team("homeTeam");
        this.away = team("awayTeam");
        if (home.name().equals(away.name())
                || home.vendorId() != null && home.vendorId().equals(away.vendorId())) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, home.name() + " against itself");
        }
        JsonNode competition = JsonFields.object(match.has("competition") ? match : root, "competition");
        this.score = FootballDataOrgScore.of(JsonFields.object(match, "score"));
        Instant kickoff = moment(JsonFields.neededText(match, "utcDate"));
        this.fixture = new FixtureRef(
                FootballDataOrgVendor.NAME,
                id,
                "soccer",
                FootballDataOrgCompetitions.ours(JsonFields.text(competition, "code")),
                JsonFields.text(competition, "name"),
                null,
                seasonYear(),
                home,
                away,
                kickoff,
                !status.equals("SCHEDULED") || isSecondVersion() && kickoff.getEpochSecond() % 86_400 != 0,
                null);
    }

    FixtureRef fixture() {
        return fixture;
    }

    MatchSeen seen(Instant observedAt, FootballDataOrgIncidents.Complaints complaints) throws Unusable {
        String ours = ours();
        boolean begun = ours.equals("IN_PLAY") || ours.equals("FINISHED") || ours.equals("ABANDONED");
        Goals board = begun ? score.board() : null;
        if (board == null && (ours.equals("IN_PLAY") || ours.equals("FINISHED"))) {
            complaints.rejected(RejectReason.MISSING_SCORE, "no score in status " + status);
        }
        Goals regular = ours.equals("FINISHED") ? score.regular() : null;
        if (ours.equals("FINISHED") && board != null && regular == null) {
            complaints.rejected(RejectReason.MISSING_SCORE, "went to extra time, whose goals are not told");
        }
        boolean listed = begun
                && (match.path("goals").isArray() || match.path("bookings").isArray());
        List<MatchEvent> incidents =
                listed ? new FootballDataOrgIncidents(id(home), id(away), complaints).of(match, board) : List.of();
        boolean whole = listed && board != null && (!incidents.isEmpty() || board.home() + board.away() == 0);
        Goals half = begun ? score.half() : null;
        String updated = JsonFields.text(match, "lastUpdated");
        return new MatchSeen(
                fixture,
                observedAt,
                ours,
                period(ours),
                ours.equals("IN_PLAY") ? minute() : null,
                board,
                incidents,
                whole,
                statistics("homeTeam", half == null ? null : half.home()),
                statistics("awayTeam", half == null ? null : half.away()),
                regular,
                new Facts(JsonFields.text(match, "venue"), false, referee()),
                updated == null ? null : moment(updated).getEpochSecond());
    }

    private String ours() throws Unusable {
        return switch (status) {
            case "SCHEDULED", "TIMED" -> "SCHEDULED";
            case "IN_PLAY", "LIVE", "PAUSED", "EXTRA_TIME", "PENALTY_SHOOTOUT" -> "IN_PLAY";
            case "FINISHED" -> "FINISHED";
            case "POSTPONED" -> "POSTPONED";
            case "SUSPENDED" -> "ABANDONED";
            case "CANCELLED", "CANCELED", "AWARDED" -> "CANCELLED";
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "status " + status);
        };
    }

    private @Nullable String period(String ours) {
        if (ours.equals("FINISHED")) {
            return "FULL_TIME";
        }
        if (!ours.equals("IN_PLAY")) {
            return null;
        }
        if (status.equals("PENALTY_SHOOTOUT") || score.duration().equals("PENALTY_SHOOTOUT")) {
            return "PENALTIES";
        }
        if (status.equals("EXTRA_TIME") || score.duration().equals("EXTRA_TIME")) {
            return "EXTRA_TIME";
        }
        return status.equals("PAUSED") ? "HALF_TIME" : score.half() == null ? "FIRST_HALF" : "SECOND_HALF";
    }

    /** Of the running match; {@code 45+2} or 45 beside {@code injuryTime}. */
    private @Nullable Integer minute() throws Unusable {
        String text = JsonFields.text(match, "minute");
        if (text == null) {
            return null;
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "minute " + text);
        }
        Integer beside = JsonFields.whole(match, "injuryTime", 0, MOST);
        int stoppage = clock.group(2) != null ? Integer.parseInt(clock.group(2)) : 0;
        boolean inStoppage = stoppage > 0 || text.equals("45") || text.equals("90");
        int minute = Integer.parseInt(clock.group(1));
        return Math.max(0, minute - 1) + (stoppage > 0 ? stoppage : inStoppage && beside != null ? beside : 0);
    }

    private TeamRef team(String which) throws Unusable {
        JsonNode team = JsonFields.object(match, which);
        String full = JsonFields.text(team, "name");
        String brief = JsonFields.text(team, "shortName");
        String name = full == null ? brief : full;
        if (name == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "no name in " + which);
        }
        return new TeamRef(name, brief, JsonFields.text(team, "id"));
    }

    private static String id(TeamRef team) {
        return team.vendorId() == null ? team.name() : team.vendorId();
    }

    private @Nullable Integer seasonYear() throws Unusable {
        String start = JsonFields.text(JsonFields.object(match, "season"), "startDate");
        if (start == null) {
            return null;
        }
        if (!start.matches("(19|20|21)[0-9]{2}-.*")) {
            throw new Unusable(RejectReason.UNKNOWN_SEASON, "season that starts on " + start);
        }
        return Integer.valueOf(start.substring(0, 4));
    }

    private boolean isSecondVersion() {
        return match.path("score").path("fullTime").has("homeTeam");
    }

    private static Instant moment(String text) throws Unusable {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "date " + text);
        }
    }

    private TeamStatistics statistics(String which, @Nullable Integer half) throws Unusable {
        JsonNode told = JsonFields.object(JsonFields.object(match, which), "statistics");
        Integer red = JsonFields.whole(told, "red_cards", 0, MOST);
        Integer second = JsonFields.whole(told, "yellow_red_cards", 0, MOST);
        Integer possession = JsonFields.whole(told, "ball_possession", 0, 100);
        return TeamStatistics.newBuilder()
                .setHalfTimeGoals(half)
                .setShots(JsonFields.whole(told, "shots", 0, MOST))
                .setShotsOnTarget(JsonFields.whole(told, "shots_on_goal", 0, MOST))
                .setCorners(JsonFields.whole(told, "corner_kicks", 0, MOST))
                .setFouls(JsonFields.whole(told, "fouls", 0, MOST))
                .setYellowCards(JsonFields.whole(told, "yellow_cards", 0, MOST))
                .setRedCards(red == null ? second : Integer.valueOf(red + (second == null ? 0 : second)))
                .setPossession(possession == null ? null : Double.valueOf(possession / 100.0))
                .build();
    }

    /** Version 4 says {@code type}, version 2 {@code role}; assistants stand beside. */
    private @Nullable String referee() throws Unusable {
        for (JsonNode referee : JsonFields.list(match, "referees")) {
            String type = referee.path("type").asString(referee.path("role").asString("REFEREE"));
            if (type.equals("REFEREE")) {
                return JsonFields.text(referee, "name");
            }
        }
        return null;
    }
}
