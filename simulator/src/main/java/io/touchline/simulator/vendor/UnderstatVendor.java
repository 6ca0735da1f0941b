package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchEvent.Kind;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understat as it is since December 2025: pages are shells that give a cookie, and {@code /getLeagueData/{league}/{year}} and {@code /getMatchData/{id}} give the data to those who bring it
 * and say that they are a script. The league is {@code sim.1}. Shots are those of the match; their places and xG are drawn once for each. Matches are told when they are over.
 */
final class UnderstatVendor implements VendorServer.Vendor {

    static final String NAME = "understat";

    private static final String COOKIE = "PHPSESSID=simulated-session";
    private static final Pattern LEAGUE = Pattern.compile("/(league|getLeagueData)/([^/]+)/([0-9]{4})");
    private static final Pattern MATCH = Pattern.compile("/(match|getMatchData)/([0-9]+)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String PENALTY_XG = "0.7611688375473022";
    private static final int SHOTS_OF_A_MATCH = 1000;

    /** The real one lists the whole season. */
    private static final Duration ANNOUNCED = Duration.ofDays(1);

    private final League league;

    UnderstatVendor(League league) {
        this.league = league;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("dates", "fixtures");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        if (request.path().equals("/robots.txt")) {
            return text("text/plain", "User-agent: *\nDisallow: /private\n");
        }
        Matcher season = LEAGUE.matcher(request.path());
        Matcher match = MATCH.matcher(request.path());
        if (season.matches() && season.group(2).equals(League.COMPETITION)) {
            return season.group(1).equals("league")
                    ? shell("Simulated League xG Table and Scorers | Understat.com")
                    : script(request).orElseGet(() -> season(Integer.parseInt(season.group(3)), now));
        }
        if (match.matches()) {
            return match.group(1).equals("match")
                    ? shell("Match | Understat.com")
                    : script(request).orElseGet(() -> match(match.group(2), now));
        }
        return text(404, "text/html", "<!DOCTYPE html><html><body>404</body></html>");
    }

    /** The refusal, where it is no script that a page of ours loaded. */
    private static Optional<Answer> script(Request request) {
        boolean welcome = request.header("x-requested-with").equals("XMLHttpRequest")
                && request.header("cookie").contains(COOKIE);
        return welcome ? Optional.empty() : Optional.of(text(404, "text/html", "<html><body>404</body></html>"));
    }

    private Answer season(int year, Instant now) {
        List<Object> dates = new ArrayList<>();
        for (Match match : league.matches()) {
            if (match.seasonYear() == year && match.kickoffAt().isBefore(now.plus(ANNOUNCED))) {
                MatchView view = league.viewAt(match, now);
                boolean over = view.phase() == Phase.FULL_TIME;
                dates.add(object(
                        "id",
                        match.eventId(),
                        "isResult",
                        over,
                        "h",
                        club(match.home()),
                        "a",
                        club(match.away()),
                        "goals",
                        sides(over, Integer.toString(view.goals(true)), Integer.toString(view.goals(false))),
                        "xG",
                        sides(over, xg(match, view, true), xg(match, view, false)),
                        "datetime",
                        time(match)));
            }
        }
        return Json.tagged(object("teams", object(), "players", List.of(), "dates", dates));
    }

    private static Map<String, Object> club(Club club) {
        return object(
                "id",
                club.vendorId().replaceAll("[^0-9]", ""),
                "title",
                club.name(),
                "short_title",
                club.abbreviation());
    }

    private static Map<String, Object> sides(boolean over, String home, String away) {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("h", over ? home : null);
        sides.put("a", over ? away : null);
        return sides;
    }

    private String xg(Match match, MatchView view, boolean home) {
        return String.format(
                Locale.ROOT,
                "%.6f",
                shots(match, view, home).stream()
                        .mapToDouble(shot -> Double.parseDouble(String.valueOf(shot.get("xG"))))
                        .sum());
    }

    private Answer match(String id, Instant now) {
        Match match = league.matches().stream()
                .filter(each -> each.eventId().equals(id))
                .findFirst()
                .orElse(null);
        MatchView view = match == null ? null : league.viewAt(match, now);
        if (match == null || view == null || view.phase() != Phase.FULL_TIME) {
            return text(404, "text/html", "<!DOCTYPE html><html><body>404</body></html>");
        }
        return Json.tagged(object(
                "rosters",
                object("h", roster(view, true), "a", roster(view, false)),
                "shots",
                object("h", shots(match, view, true), "a", shots(match, view, false)),
                "tmpl",
                object()));
    }

    /** Who had a card; Understat lists everybody. */
    private static Map<String, Object> roster(MatchView view, boolean home) {
        Map<String, int[]> cards = new LinkedHashMap<>();
        for (MatchEvent event : view.events()) {
            if (event.home() == home && event.kind().isCard()) {
                cards.computeIfAbsent(event.player(), unused -> new int[2])[event.kind() == Kind.RED_CARD ? 1 : 0]++;
            }
        }
        Map<String, Object> roster = new LinkedHashMap<>();
        cards.forEach((player, count) -> roster.put(
                Integer.toString(roster.size() + 1),
                object(
                        "id",
                        Integer.toString(roster.size() + 1),
                        "player",
                        player,
                        "yellow_card",
                        Integer.toString(count[0]),
                        "red_card",
                        Integer.toString(count[1]))));
        return roster;
    }

    /** An own goal stands with the side whose player scored it. */
    private static List<Map<String, Object>> shots(Match match, MatchView view, boolean home) {
        List<Map<String, Object>> shots = new ArrayList<>();
        int number = 0;
        for (MatchEvent event : view.events()) {
            number++;
            boolean shot = event.kind().isGoal()
                    || event.kind() == Kind.SHOT_ON_TARGET
                    || event.kind() == Kind.SHOT_OFF_TARGET;
            boolean own = event.kind() == Kind.OWN_GOAL;
            if (shot && event.home() != own == home) {
                shots.add(shot(match, view, event, number, home));
            }
        }
        return shots;
    }

    private static Map<String, Object> shot(Match match, MatchView view, MatchEvent event, int number, boolean home) {
        SplittableRandom random = match.seed().with("shot").with(number).random();
        boolean penalty = event.kind() == Kind.PENALTY;
        double near = random.nextDouble();
        return object(
                "id",
                Long.toString(Long.parseLong(match.eventId()) * SHOTS_OF_A_MATCH + number),
                "minute",
                Integer.toString(event.clock() / 60 + event.stoppage()),
                "result",
                result(event.kind(), random),
                "X",
                penalty ? "0.885" : decimal(0.72 + 0.26 * near),
                "Y",
                penalty ? "0.5" : decimal(0.3 + 0.4 * random.nextDouble()),
                "xG",
                event.kind() == Kind.OWN_GOAL ? "0" : penalty ? PENALTY_XG : decimal(0.02 + 0.4 * near * near * near),
                "player",
                event.player(),
                "h_a",
                home ? "h" : "a",
                "situation",
                penalty ? "Penalty" : random.nextInt(6) == 0 ? "FromCorner" : "OpenPlay",
                "season",
                Integer.toString(match.seasonYear()),
                "shotType",
                event.kind() == Kind.HEADER ? "Head" : "RightFoot",
                "match_id",
                match.eventId(),
                "h_team",
                match.home().name(),
                "a_team",
                match.away().name(),
                "h_goals",
                Integer.toString(view.goals(true)),
                "a_goals",
                Integer.toString(view.goals(false)),
                "date",
                time(match));
    }

    private static String result(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case OWN_GOAL -> "OwnGoal";
            case SHOT_ON_TARGET -> "SavedShot";
            case SHOT_OFF_TARGET ->
                List.of("MissedShots", "MissedShots", "BlockedShot", "ShotOnPost")
                        .get(random.nextInt(4));
            default -> "Goal";
        };
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String time(Match match) {
        return TIME.format(match.kickoffAt().atOffset(ZoneOffset.UTC));
    }

    private static Answer shell(String title) {
        return text(
                        "text/html",
                        "<!DOCTYPE html><html><head><title>" + title
                                + "</title></head><body><div id=\"app\"></div></body></html>")
                .with("Set-Cookie", COOKIE + "; path=/; HttpOnly");
    }

    private static Answer text(String type, String body) {
        return text(200, type, body);
    }

    private static Answer text(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }
}
