package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.vendor.MlbGames.Game;
import io.touchline.simulator.vendor.MlbGames.Half;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MLB's Stats API: {@code /api/v1/schedule} with {@code startDate} and {@code endDate} or {@code date}, and {@code /api/v1.1/game/{gamePk}/feed/live} with every play that brought runs. The fault of a
 * goal taken back takes the last runs off every board, as a review does.
 */
final class MlbVendor implements VendorServer.Vendor {

    static final String NAME = "mlb";

    private static final String FEED = "/api/v1.1/game/";
    private static final int DAYS_BACK = 3;
    private static final int MOST_DAYS = 60;

    private final MlbGames games;
    private final FaultBoard faults;

    MlbVendor(MlbGames games, FaultBoard faults) {
        this.games = games;
        this.faults = faults;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("teams", "clubs");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        String path = request.path();
        if (path.equals("/api/v1/schedule")) {
            return schedule(request, now);
        } else if (path.startsWith(FEED) && path.endsWith("/feed/live")) {
            String number = path.substring(FEED.length(), path.length() - "/feed/live".length());
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            for (int back = -1; back <= DAYS_BACK; back++) {
                for (Game game : games.of(today.minusDays(back))) {
                    if (Integer.toString(game.number()).equals(number)) {
                        return Json.tagged(feed(game, now));
                    }
                }
            }
        }
        return error(404, "Object not found");
    }

    private Answer schedule(Request request, Instant now) {
        String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        List<Object> dates = new ArrayList<>();
        int total = 0;
        boolean takenBack = faults.take(NAME, Fault.GOAL_TAKEN_BACK);
        try {
            LocalDate from = LocalDate.parse(request.query("startDate", request.query("date", today)));
            LocalDate to = LocalDate.parse(request.query("endDate", from.toString()));
            if (from.plusDays(MOST_DAYS).isBefore(to)) {
                return error(400, "Invalid Request with value: " + to);
            }
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                List<Object> listed = new ArrayList<>();
                for (Game game : games.of(day)) {
                    listed.add(listed(game, now, takenBack));
                }
                total += listed.size();
                dates.add(object("date", day.toString(), "totalGames", listed.size(), "games", listed));
            }
        } catch (DateTimeParseException e) {
            return error(400, "Invalid Request with value: " + e.getParsedString());
        }
        return Json.tagged(object("copyright", "none", "totalItems", total, "totalGames", total, "dates", dates));
    }

    private static Map<String, Object> listed(Game game, Instant now, boolean takenBack) {
        List<Half> played = game.played(now);
        if (takenBack && !game.isOver(now)) {
            played = withoutLastRuns(played);
        }
        boolean begun = game.hasBegun(now);
        return object(
                "gamePk", game.number(),
                "gameType", "R",
                "season", Integer.toString(game.day().getYear()),
                "gameDate", game.startAt().toString(),
                "officialDate", game.day().toString(),
                "status", status(game, now),
                "teams",
                        object(
                                "away", side(game.away(), begun ? runs(played, true) : null),
                                "home", side(game.home(), begun ? runs(played, false) : null)),
                "linescore", object("currentInning", inning(game, now), "scheduledInnings", 9),
                "venue", venue(game),
                "doubleHeader", "N",
                "gameNumber", 1,
                "scheduledInnings", 9);
    }

    private static Map<String, Object> side(int club, @Nullable Integer runs) {
        return object("score", runs, "team", team(club));
    }

    private static Map<String, Object> team(int club) {
        return object("id", 9_100 + club, "name", MlbGames.club(club));
    }

    private static Map<String, Object> venue(Game game) {
        return object("id", 9_500 + game.home(), "name", MlbGames.club(game.home()) + " Field");
    }

    private static Map<String, Object> status(Game game, Instant now) {
        String coded = game.isOver(now) ? "F" : game.hasBegun(now) ? "I" : "S";
        String state = game.isOver(now) ? "Final" : game.hasBegun(now) ? "Live" : "Preview";
        String detailed = game.isOver(now) ? "Final" : game.hasBegun(now) ? "In Progress" : "Scheduled";
        return object(
                "abstractGameState", state,
                "codedGameState", coded,
                "detailedState", detailed,
                "statusCode", coded,
                "startTimeTBD", false);
    }

    private static int inning(Game game, Instant now) {
        int played = game.played(now).size();
        return game.halves().get(Math.min(played, game.halves().size() - 1)).inning();
    }

    private static int runs(List<Half> played, boolean away) {
        return played.stream()
                .filter(half -> half.top() == away)
                .mapToInt(Half::runs)
                .sum();
    }

    private static List<Half> withoutLastRuns(List<Half> played) {
        List<Half> rest = new ArrayList<>(played);
        for (int i = rest.size() - 1; i >= 0; i--) {
            if (rest.get(i).runs() > 0) {
                rest.set(i, new Half(rest.get(i).inning(), rest.get(i).top(), 0));
                return rest;
            }
        }
        return rest;
    }

    private static Map<String, Object> feed(Game game, Instant now) {
        List<Half> played = game.played(now);
        List<Object> plays = new ArrayList<>();
        for (Half half : played) {
            plays.add(play(half, plays.size()));
        }
        return object(
                "copyright", "none",
                "gamePk", game.number(),
                "metaData",
                        object(
                                "wait",
                                10,
                                "timeStamp",
                                DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").format(now.atOffset(ZoneOffset.UTC))),
                "gameData",
                        object(
                                "game",
                                        object(
                                                "pk",
                                                game.number(),
                                                "type",
                                                "R",
                                                "doubleHeader",
                                                "N",
                                                "gameNumber",
                                                1,
                                                "season",
                                                Integer.toString(game.day().getYear())),
                                "datetime", object("dateTime", game.startAt().toString()),
                                "status", status(game, now),
                                "teams", object("away", team(game.away()), "home", team(game.home())),
                                "venue", venue(game)),
                "liveData",
                        object(
                                "plays", object("allPlays", plays),
                                "linescore",
                                        object(
                                                "currentInning", inning(game, now),
                                                "scheduledInnings", 9,
                                                "teams",
                                                        object(
                                                                "home", object("runs", runs(played, false)),
                                                                "away", object("runs", runs(played, true))))));
    }

    /** One play for all that a half inning brought; a half without runs is one that scored nothing. */
    private static Map<String, Object> play(Half half, int index) {
        return object(
                "result", object("type", "atBat", "event", half.runs() == 0 ? "Groundout" : "Single"),
                "about",
                        object(
                                "atBatIndex",
                                index,
                                "halfInning",
                                half.top() ? "top" : "bottom",
                                "inning",
                                half.inning(),
                                "isScoringPlay",
                                half.runs() > 0),
                "matchup", object("batter", object("id", 1, "fullName", "A Batter")),
                "runners", Collections.nCopies(half.runs(), object("movement", object("end", "score"))));
    }

    private static Answer error(int status, String message) {
        return Json.answer(status, object("messageNumber", 10, "message", message));
    }
}
