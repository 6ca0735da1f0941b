package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sportradar's soccer API, version 4: schedules of a day, timelines of the running matches, and what changed in them in the last 10 seconds. */
final class SportradarSoccerApi implements VendorServer.Vendor {

    static final String NAME = "sportradar-soccer";

    private static final Pattern DAY = Pattern.compile(".*/schedules/(\\d{4}-\\d{2}-\\d{2})/schedules\\.json");
    private static final Duration LIVE_AFTER_END = Duration.ofMinutes(10);
    private static final Duration TOLD_FOR = Duration.ofSeconds(10);

    private final League league;
    private final FaultBoard faults;
    private final String key;
    private final long quota;
    private long used;

    SportradarSoccerApi(League league, FaultBoard faults, String key, long quota) {
        this.league = league;
        this.faults = faults;
        this.key = key;
        this.quota = quota;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("generated_at", "made_at");
    }

    @Override
    public synchronized Answer answer(Request request, Instant now) {
        if (!request.header("x-api-key").equals(key)) {
            return Json.answer(403, object("message", "Forbidden"));
        }
        used++;
        String path = request.path();
        Matcher day = DAY.matcher(path);
        Answer answer;
        if (day.matches()) {
            answer = Json.answer(
                    200,
                    object("generated_at", now.toString(), "schedules", schedules(LocalDate.parse(day.group(1)), now)));
        } else if (path.endsWith("/schedules/live/timelines.json")) {
            answer = Json.answer(200, object("generated_at", now.toString(), "sport_event_timelines", timelines(now)));
        } else if (path.endsWith("/schedules/live/timelines_delta.json")) {
            answer = Json.answer(
                    200, object("generated_at", now.toString(), "sport_event_timeline_deltas", deltas(now)));
        } else {
            answer = Json.answer(404, object("message", "Object not found"));
        }
        return answer.with("X-Packagekey-Quota-Allotted", Long.toString(quota))
                .with("X-Packagekey-Quota-Current", Long.toString(used));
    }

    private List<Object> schedules(LocalDate day, Instant now) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Object> all = new ArrayList<>();
        for (Match match : league.matchesBetween(from, from.plus(1, ChronoUnit.DAYS))) {
            all.add(object("sport_event", event(match), "sport_event_status", status(view(match, now))));
        }
        return all;
    }

    private List<Match> live(Instant now) {
        return league.matchesBetween(now.minus(4, ChronoUnit.HOURS), now.plusMillis(1)).stream()
                .filter(match -> now.isBefore(match.kickoffAt()
                        .plusSeconds(league.script(match).clock().duration())
                        .plus(LIVE_AFTER_END)))
                .toList();
    }

    private MatchView view(Match match, Instant now) {
        MatchView view = league.viewAt(match, now);
        return faults.take(NAME, Fault.GOAL_TAKEN_BACK) ? view.withoutLastGoal() : view;
    }

    private List<Object> timelines(Instant now) {
        List<Object> all = new ArrayList<>();
        for (Match match : live(now)) {
            MatchView view = view(match, now);
            all.add(object(
                    "sport_event",
                    event(match),
                    "sport_event_status",
                    status(view),
                    "timeline",
                    entries(match, view, Instant.MIN)));
        }
        return all;
    }

    private List<Object> deltas(Instant now) {
        List<Object> all = new ArrayList<>();
        for (Match match : live(now)) {
            MatchView view = view(match, now);
            all.add(object(
                    "sport_event_timeline",
                    object(
                            "id",
                            id(match),
                            "start_time",
                            match.kickoffAt().toString(),
                            "sport_event_status",
                            status(view),
                            "timeline",
                            entries(match, view, now.minus(TOLD_FOR)))));
        }
        return all;
    }

    private static List<Object> entries(Match match, MatchView view, Instant since) {
        List<Object> all = new ArrayList<>();
        int home = 0;
        int away = 0;
        int number = 0;
        for (MatchEvent event : view.events()) {
            number++;
            boolean goal = event.kind().isGoal();
            home += goal && event.home() ? 1 : 0;
            away += goal && !event.home() ? 1 : 0;
            Instant at = match.kickoffAt().plusSeconds(event.elapsed());
            String type = type(event.kind());
            if (!type.isEmpty() && !at.isBefore(since)) {
                Map<String, Object> entry = object(
                        "id",
                        1000L * event.elapsed() + number % 1000,
                        "type",
                        type,
                        "time",
                        at.toString(),
                        "match_time",
                        Math.max(1, (event.clock() + 59) / 60),
                        "stoppage_time",
                        event.stoppage() == 0 ? null : event.stoppage(),
                        "competitor",
                        event.home() ? "home" : "away",
                        "players",
                        List.of(object("name", event.player(), "type", goal ? "scorer" : null)));
                if (goal) {
                    entry.put("home_score", home);
                    entry.put("away_score", away);
                    entry.put("method", method(event.kind()));
                }
                all.add(entry);
            }
        }
        return all;
    }

    private static String method(MatchEvent.Kind kind) {
        return switch (kind) {
            case OWN_GOAL -> "own_goal";
            case PENALTY -> "penalty";
            case HEADER -> "header";
            default -> "shot";
        };
    }

    private static String type(MatchEvent.Kind kind) {
        return switch (kind) {
            case GOAL, HEADER, PENALTY, OWN_GOAL -> "score_change";
            case YELLOW_CARD -> "yellow_card";
            case RED_CARD -> "red_card";
            case SHOT_ON_TARGET -> "shot_on_target";
            case SHOT_OFF_TARGET -> "shot_off_target";
            case CORNER -> "corner_kick";
            case FOUL -> "";
        };
    }

    private static Map<String, Object> status(MatchView view) {
        Phase phase = view.phase();
        if (phase == Phase.SCHEDULED) {
            return object("status", "not_started", "match_status", "not_started");
        }
        String word = switch (phase) {
            case FIRST_HALF -> "1st_half";
            case HALF_TIME -> "halftime";
            case SECOND_HALF -> "2nd_half";
            default -> "ended";
        };
        return object(
                "status",
                phase == Phase.FULL_TIME ? "ended" : "live",
                "match_status",
                word,
                "home_score",
                view.goals(true),
                "away_score",
                view.goals(false),
                "clock",
                view.isRunning() ? object("played", "%02d:00".formatted(view.clock() / 60)) : null);
    }

    private static String id(Match match) {
        return "sr:sport_event:" + match.eventId();
    }

    private static Map<String, Object> event(Match match) {
        return object(
                "id",
                id(match),
                "start_time",
                match.kickoffAt().toString(),
                "start_time_confirmed",
                true,
                "sport_event_context",
                object(
                        "sport", object("id", "sr:sport:1", "name", "Soccer"),
                        "category", object("id", "sr:category:9901", "name", "Simulation"),
                        "competition", object("id", "sr:competition:990001", "name", "Simulated League"),
                        "season",
                                object(
                                        "id",
                                        "sr:season:" + match.seasonYear(),
                                        "name",
                                        "Simulated League",
                                        "start_date",
                                        match.seasonYear() + "-08-01")),
                "competitors",
                List.of(competitor(match.home(), "home"), competitor(match.away(), "away")));
    }

    private static Map<String, Object> competitor(Club club, String side) {
        return object(
                "id",
                "sr:competitor:" + (Math.floorMod(club.name().hashCode(), 900_000) + 100_000),
                "name",
                club.name(),
                "abbreviation",
                club.shortName(),
                "qualifier",
                side);
    }
}
