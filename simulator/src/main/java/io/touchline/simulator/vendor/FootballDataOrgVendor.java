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
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * football-data.org's API, version 4: {@code /v4/matches} with days and {@code /v4/competitions/{code}/matches}; the key in {@code X-Auth-Token}, some requests a minute by the league's
 * clock, told in the vendor's headers. Shapes as in answers recorded in 2022, with the goals and bookings of a paid plan.
 */
final class FootballDataOrgVendor implements VendorServer.Vendor {

    static final String NAME = "football-data-org";

    private static final String CODE = League.COMPETITION.toUpperCase(Locale.ROOT);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final League league;
    private final FaultBoard faults;
    private final String key;
    private final int requestsPerMinute;
    private final ArrayDeque<Instant> latest = new ArrayDeque<>();

    FootballDataOrgVendor(League league, FaultBoard faults, String key, int requestsPerMinute) {
        this.league = league;
        this.faults = faults;
        this.key = key;
        this.requestsPerMinute = requestsPerMinute;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("homeTeam", "hostTeam");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        if (!key.equals(request.headers().get("x-auth-token"))) {
            return Json.answer(
                    403, object("message", "The resource you are looking for is restricted.", "errorCode", 403));
        }
        int left = take(now);
        if (left < 0) {
            return Json.answer(
                            429,
                            object("message", "You reached your request limit. Wait 60 seconds.", "errorCode", 429))
                    .with("Retry-After", "60");
        }
        Answer answer = request.path().equals("/v4/matches")
                        || request.path().equalsIgnoreCase("/v4/competitions/" + CODE + "/matches")
                ? matches(request, now)
                : Json.answer(
                        404, object("message", "The resource you are looking for does not exist.", "errorCode", 404));
        return answer.with("X-Requests-Available-Minute", Integer.toString(left))
                .with("X-RequestCounter-Reset", "60")
                .with("X-API-Version", "v4");
    }

    /** How many requests are left after this one; negative where it is one too many. */
    private synchronized int take(Instant now) {
        while (!latest.isEmpty() && !latest.getFirst().plus(MINUTE).isAfter(now)) {
            latest.removeFirst();
        }
        if (latest.size() >= requestsPerMinute) {
            return -1;
        }
        latest.addLast(now);
        return requestsPerMinute - latest.size();
    }

    private Answer matches(Request request, Instant now) {
        Instant from;
        Instant to;
        String season = request.query("season", "");
        try {
            from = startOf(request.query("dateFrom", "1900-01-01"));
            to = startOf(request.query("dateTo", "2200-01-01")).plus(1, ChronoUnit.DAYS);
        } catch (DateTimeParseException e) {
            return Json.answer(400, object("message", "dateFrom: wrong format", "errorCode", 400));
        }
        boolean takenBack = faults.take(NAME, Fault.GOAL_TAKEN_BACK);
        List<Object> matches = new ArrayList<>();
        for (Match match : league.matchesBetween(from, to)) {
            if (season.isEmpty() || season.equals(Integer.toString(match.seasonYear()))) {
                MatchView view = league.viewAt(match, now);
                matches.add(match(match, takenBack && view.isRunning() ? view.withoutLastGoal() : view, now));
            }
        }
        return Json.tagged(
                object("filters", object(), "resultSet", object("count", matches.size()), "matches", matches));
    }

    private static Map<String, Object> match(Match match, MatchView view, Instant now) {
        boolean begun = view.phase() != Phase.SCHEDULED;
        return object(
                "area", object("id", 1, "name", "Nowhere"),
                "competition", object("id", 99001, "name", "Simulated League", "code", CODE, "type", "LEAGUE"),
                "season", object("id", match.seasonYear(), "startDate", match.seasonYear() + "-08-01"),
                "id", Long.parseLong(match.eventId().replaceAll("[^0-9]", "")),
                "utcDate", match.kickoffAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "status", status(view.phase()),
                "minute", begun && view.isRunning() ? Integer.toString(Math.max(1, view.clock() / 60 + 1)) : null,
                "venue", match.home().ground(),
                "lastUpdated",
                        (begun ? now : match.kickoffAt().minus(MINUTE))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                "homeTeam", team(match.home()),
                "awayTeam", team(match.away()),
                "score", score(view, begun),
                "goals", begun ? incidents(match, view, true) : null,
                "bookings", begun ? incidents(match, view, false) : null,
                "referees", List.of());
    }

    private static String status(Phase phase) {
        return switch (phase) {
            case SCHEDULED -> "TIMED";
            case FIRST_HALF, SECOND_HALF -> "IN_PLAY";
            case HALF_TIME -> "PAUSED";
            case FULL_TIME -> "FINISHED";
        };
    }

    private static Map<String, Object> team(Club club) {
        return object(
                "id",
                Long.parseLong(club.vendorId().replaceAll("[^0-9]", "")),
                "name",
                club.name(),
                "shortName",
                club.shortName(),
                "tla",
                club.abbreviation());
    }

    private static Map<String, Object> score(MatchView view, boolean begun) {
        boolean pastHalf = begun && view.phase() != Phase.FIRST_HALF;
        return object(
                "duration", "REGULAR",
                "fullTime", begun ? object("home", view.goals(true), "away", view.goals(false)) : object(),
                "halfTime", pastHalf ? object("home", atHalf(view, true), "away", atHalf(view, false)) : object());
    }

    private static long atHalf(MatchView view, boolean home) {
        return view.events().stream()
                .filter(event -> event.kind().isGoal() && event.home() == home && event.clock() <= 2700)
                .count();
    }

    private static List<Object> incidents(Match match, MatchView view, boolean goals) {
        List<Object> told = new ArrayList<>();
        for (MatchEvent event : view.events()) {
            if (goals ? event.kind().isGoal() : event.kind().isCard()) {
                Map<String, Object> player = object("name", event.player());
                Club club = event.home() ? match.home() : match.away();
                told.add(object(
                        "minute", event.clock() / 60 + 1,
                        "type", goals ? type(event) : null,
                        "team", object("id", team(club).get("id")),
                        "scorer", goals ? player : null,
                        "player", goals ? null : player,
                        "card", goals ? null : event.kind() == MatchEvent.Kind.RED_CARD ? "RED" : "YELLOW"));
            }
        }
        return told;
    }

    private static @Nullable String type(MatchEvent event) {
        return switch (event.kind()) {
            case OWN_GOAL -> "OWN";
            case PENALTY -> "PENALTY";
            default -> "REGULAR";
        };
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
