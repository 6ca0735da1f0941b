package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchEvent.Kind;
import io.touchline.simulator.league.MatchView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The league's matches in ESPN's words. */
final class EspnShapes {

    private static final String LEAGUE_ID = "99001";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'");
    private static final List<String> REFEREES =
            List.of("A. Whistler", "B. Cardwell", "C. Advantage", "D. Marchpane", "E. Linesby", "F. Halfhill");

    Map<String, Object> league(Instant now) {
        return object(
                "id",
                LEAGUE_ID,
                "uid",
                "s:600~l:" + LEAGUE_ID,
                "name",
                "Simulated League",
                "abbreviation",
                "Sim",
                "slug",
                League.COMPETITION,
                "season",
                object("year", now.atZone(ZoneOffset.UTC).getYear()));
    }

    Map<String, Object> provider() {
        return object("id", "0", "name", "Simulator", "displayName", "Simulator", "priority", 1);
    }

    Map<String, Object> event(Match match, MatchView view) {
        String date = date(match);
        Map<String, Object> status = status(view);
        return object(
                "id",
                match.eventId(),
                "uid",
                "s:600~l:" + LEAGUE_ID + "~e:" + match.eventId(),
                "date",
                date,
                "name",
                match.away().name() + " at " + match.home().name(),
                "shortName",
                match.away().abbreviation() + " @ " + match.home().abbreviation(),
                "season",
                object("year", match.seasonYear(), "type", 1, "slug", "regular-season"),
                "competitions",
                List.of(competition(match, view, date, status)),
                "status",
                status);
    }

    private Map<String, Object> competition(Match match, MatchView view, String date, Map<String, Object> status) {
        return object(
                "id",
                match.eventId(),
                "uid",
                "s:600~l:" + LEAGUE_ID + "~e:" + match.eventId() + "~c:" + match.eventId(),
                "date",
                date,
                "timeValid",
                true,
                "neutralSite",
                false,
                "venue",
                object("id", match.home().vendorId(), "fullName", match.home().ground()),
                "competitors",
                List.of(competitor(match.home(), true, view), competitor(match.away(), false, view)),
                "status",
                status,
                "details",
                details(match, view),
                "startDate",
                date);
    }

    private Map<String, Object> competitor(Club club, boolean home, MatchView view) {
        boolean over = view.phase() == Phase.FULL_TIME;
        return object(
                "id",
                club.vendorId(),
                "uid",
                "s:600~t:" + club.vendorId(),
                "type",
                "team",
                "order",
                home ? 0 : 1,
                "homeAway",
                home ? "home" : "away",
                "winner",
                over ? view.goals(home) > view.goals(!home) : null,
                "team",
                team(club),
                "score",
                Integer.toString(view.goals(home)),
                "statistics",
                view.phase() == Phase.SCHEDULED ? List.of() : statistics(home, view));
    }

    private Map<String, Object> team(Club club) {
        return object(
                "id", club.vendorId(),
                "uid", "s:600~t:" + club.vendorId(),
                "abbreviation", club.abbreviation(),
                "displayName", club.name(),
                "shortDisplayName", club.shortName(),
                "name", club.shortName(),
                "location", club.shortName());
    }

    private List<Object> statistics(boolean home, MatchView view) {
        int own = view.shots(home) + 3 * view.count(home, Kind.CORNER) + 8;
        int other = view.shots(!home) + 3 * view.count(!home, Kind.CORNER) + 8;
        return List.of(
                statistic("appearances", "APP", "0"),
                statistic("foulsCommitted", "FC", Integer.toString(view.count(home, Kind.FOUL))),
                statistic("wonCorners", "CW", Integer.toString(view.count(home, Kind.CORNER))),
                statistic("possessionPct", "PP", String.format("%.1f", 100.0 * own / (own + other))),
                statistic("shotsOnTarget", "ST", Integer.toString(view.shotsOnTarget(home))),
                statistic("totalGoals", "G", Integer.toString(view.goals(home))),
                statistic("totalShots", "SH", Integer.toString(view.shots(home))));
    }

    private static Map<String, Object> statistic(String name, String abbreviation, String value) {
        return object("name", name, "abbreviation", abbreviation, "displayValue", value);
    }

    private Map<String, Object> status(MatchView view) {
        Map<String, Object> type = switch (view.phase()) {
            case SCHEDULED -> type("1", "STATUS_SCHEDULED", "pre", "Scheduled");
            case FIRST_HALF -> type("25", "STATUS_FIRST_HALF", "in", view.displayClock());
            case HALF_TIME -> type("23", "STATUS_HALFTIME", "in", "HT");
            case SECOND_HALF -> type("26", "STATUS_SECOND_HALF", "in", view.displayClock());
            case FULL_TIME -> type("28", "STATUS_FULL_TIME", "post", "FT");
        };
        Integer period = switch (view.phase()) {
            case SCHEDULED -> null;
            case FIRST_HALF, HALF_TIME -> 1;
            case SECOND_HALF, FULL_TIME -> 2;
        };
        return object(
                "clock", (double) view.clock(), "displayClock", view.displayClock(), "period", period, "type", type);
    }

    private static Map<String, Object> type(String id, String name, String state, String detail) {
        return object(
                "id", id,
                "name", name,
                "state", state,
                "completed", state.equals("post"),
                "description", detail,
                "detail", detail,
                "shortDetail", detail);
    }

    private List<Object> details(Match match, MatchView view) {
        List<Object> details = new ArrayList<>();
        for (MatchEvent event : view.events()) {
            if (event.kind().isGoal() || event.kind().isCard()) {
                details.add(detail(match, event));
            }
        }
        return details;
    }

    /** ESPN counts an own goal under the team that gets it, with the unlucky player of the other. */
    private Map<String, Object> detail(Match match, MatchEvent event) {
        Club club = event.home() ? match.home() : match.away();
        Kind kind = event.kind();
        return object(
                "type",
                detailType(kind),
                "clock",
                object("value", (double) event.clock(), "displayValue", event.displayClock()),
                "team",
                object("id", club.vendorId()),
                "scoreValue",
                kind.isGoal() ? 1 : 0,
                "scoringPlay",
                kind.isGoal(),
                "redCard",
                kind == Kind.RED_CARD,
                "yellowCard",
                kind == Kind.YELLOW_CARD,
                "penaltyKick",
                kind == Kind.PENALTY,
                "ownGoal",
                kind == Kind.OWN_GOAL,
                "shootout",
                false,
                "athletesInvolved",
                List.of(object("displayName", event.player(), "fullName", event.player())));
    }

    private static Map<String, Object> detailType(Kind kind) {
        return switch (kind) {
            case HEADER -> object("id", "137", "text", "Goal - Header");
            case PENALTY -> object("id", "98", "text", "Penalty - Scored");
            case OWN_GOAL -> object("id", "97", "text", "Own Goal");
            case YELLOW_CARD -> object("id", "94", "text", "Yellow Card");
            case RED_CARD -> object("id", "93", "text", "Red Card");
            default -> object("id", "70", "text", "Goal");
        };
    }

    Map<String, Object> summary(Match match, MatchView view) {
        String date = date(match);
        Map<String, Object> status = status(view);
        int referee = Math.floorMod(match.seed().with("referee").value(), REFEREES.size());
        return object(
                "boxscore",
                        object(
                                "teams",
                                List.of(
                                        object("team", team(match.home()), "statistics", statistics(true, view)),
                                        object("team", team(match.away()), "statistics", statistics(false, view)))),
                "gameInfo",
                        object(
                                "venue",
                                        object(
                                                "id",
                                                match.home().vendorId(),
                                                "fullName",
                                                match.home().ground()),
                                "officials",
                                        List.of(object(
                                                "fullName", REFEREES.get(referee),
                                                "displayName", REFEREES.get(referee),
                                                "position", object("name", "Referee", "displayName", "Referee"),
                                                "order", 1))),
                "header",
                        object(
                                "id", match.eventId(),
                                "season", object("year", match.seasonYear()),
                                "competitions", List.of(competition(match, view, date, status))));
    }

    private static String date(Match match) {
        return MINUTES.format(match.kickoffAt().atZone(ZoneOffset.UTC));
    }
}
