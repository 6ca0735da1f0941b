package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ESPN's site API: {@code /apis/site/v2/sports/soccer/sim.1/scoreboard} with {@code dates} (a day or a range, UTC here) and
 * {@code limit}, and {@code /summary?event=}. Shapes as in answers recorded from the real one in 2022 and 2026; the summary, of
 * which no recording is at hand, as commonly described.
 */
final class EspnVendor implements VendorServer.Vendor {

    static final String NAME = "espn";

    private static final String BASE = "/apis/site/v2/sports/soccer/";
    private static final int DEFAULT_LIMIT = 100;

    private final League league;
    private final EspnShapes shapes;
    private final FaultBoard faults;

    EspnVendor(League league, FaultBoard faults) {
        this.league = league;
        this.shapes = new EspnShapes();
        this.faults = faults;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("competitors", "contestants");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        return switch (request.path()) {
            case BASE + League.COMPETITION + "/scoreboard" -> scoreboard(request, now);
            case BASE + League.COMPETITION + "/summary" -> summary(request, now);
            default -> Json.answer(404, object("code", 404, "message", "Failed to get league teams summary."));
        };
    }

    private Answer scoreboard(Request request, Instant now) {
        String today = now.atZone(ZoneOffset.UTC).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
        String[] days = request.query("dates", today).split("-");
        Instant from;
        Instant to;
        int limit;
        try {
            from = startOf(days[0]);
            to = startOf(days[days.length - 1]).plus(1, ChronoUnit.DAYS);
            limit = Integer.parseInt(request.query("limit", Integer.toString(DEFAULT_LIMIT)));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Json.answer(400, object("code", 400, "message", "Invalid parameter."));
        }
        boolean takenBack = faults.take(NAME, Fault.GOAL_TAKEN_BACK);
        List<Object> events = new ArrayList<>();
        for (Match match : league.matchesBetween(from, to)) {
            if (events.size() < limit) {
                events.add(shapes.event(match, view(match, now, takenBack)));
            }
        }
        return Json.tagged(
                object("leagues", List.of(shapes.league(now)), "events", events, "provider", shapes.provider()));
    }

    private Answer summary(Request request, Instant now) {
        String event = request.query("event", "");
        return league.matches().stream()
                .filter(match -> match.eventId().equals(event))
                .findFirst()
                .map(match -> Json.tagged(shapes.summary(match, view(match, now, false))))
                .orElseGet(() -> Json.answer(404, object("code", 404, "message", "event not found")));
    }

    private MatchView view(Match match, Instant now, boolean takenBack) {
        MatchView view = league.viewAt(match, now);
        return takenBack && view.isRunning() ? view.withoutLastGoal() : view;
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
