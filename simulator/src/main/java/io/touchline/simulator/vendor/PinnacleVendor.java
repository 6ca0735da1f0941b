package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.market.Bookmaker;
import io.touchline.simulator.market.Bookmakers;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.market.Opinion;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pinnacle's lines API: {@code /v1/fixtures}, {@code /v2/odds} and {@code /v1/fixtures/settled} of soccer, whole or {@code since}. Each match has one event before
 * kickoff and another in play that names the first as its parent. {@code last} is the league's clock, in milliseconds, and rises with every answer that tells odds.
 */
final class PinnacleVendor implements VendorServer.Vendor {

    static final String NAME = "pinnacle";

    private static final String SOCCER = "29";
    private static final int LEAGUE = 9901;
    private static final String LEAGUE_NAME = "Simulated League";
    private static final Duration SHOWN = Duration.ofHours(24);
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private final League league;
    private final Market market;
    private final Bookmaker bookmaker;
    private final String authorization;
    private final Map<String, Told> told = new LinkedHashMap<>();
    private long stamp;

    /** A period as it was last told, and when it became so. */
    private record Told(Map<String, Object> period, long since) {}

    PinnacleVendor(League league, Market market, String user, String password) {
        this.league = league;
        this.market = market;
        this.bookmaker = Bookmakers.all().stream()
                .filter(each -> each.key().equals(NAME))
                .findFirst()
                .orElseThrow();
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("periods", "parts");
    }

    @Override
    public synchronized Answer answer(Request request, Instant now) {
        if (!request.header("Authorization").equals(authorization)) {
            return error(401, "INVALID_CREDENTIALS", "Invalid credentials");
        } else if (!request.query("sportId", "").equals(SOCCER)) {
            return error(400, "INVALID_REQUEST_DATA", "sportId must be 29 here");
        }
        long since;
        try {
            since = Long.parseLong(request.query("since", "-1"));
        } catch (NumberFormatException e) {
            return error(400, "INVALID_REQUEST_DATA", "since is no number");
        }
        if (since == 0 || since == 1) {
            return error(400, "INVALID_REQUEST_DATA", "since must be the last of an earlier answer");
        }
        boolean decimal = request.query("oddsFormat", "American").equals("Decimal");
        return switch (request.path()) {
            case "/v1/fixtures" -> listed("league", fixtures(now, since), now.toEpochMilli());
            case "/v2/odds" -> {
                stamp = Math.max(now.toEpochMilli(), stamp + 1);
                yield listed("leagues", odds(now, since, decimal), stamp);
            }
            case "/v1/fixtures/settled" -> listed("leagues", settled(now, since), now.toEpochMilli());
            default -> error(404, "NOT_FOUND", "no such resource");
        };
    }

    private static Answer listed(String name, List<Object> events, long last) {
        Map<String, Object> body = object("sportId", 29, "last", last);
        if (!events.isEmpty()) {
            body.put(name, List.of(object("id", LEAGUE, "name", LEAGUE_NAME, "events", events)));
        } else {
            body.put(name, List.of());
        }
        return Json.answer(200, body);
    }

    private List<Match> shown(Instant now) {
        return league.matchesBetween(now.minus(SHOWN), now.plus(league.plan().pricedAhead()));
    }

    private static long before(Match match) {
        return 1_500_000_000L + 2 * Long.parseLong(match.eventId());
    }

    private static long inPlay(Match match) {
        return before(match) + 1;
    }

    private List<Object> fixtures(Instant now, long since) {
        List<Object> events = new ArrayList<>();
        for (Match match : shown(now)) {
            Instant opened = match.kickoffAt().minus(league.plan().pricedAhead());
            MatchView view = league.viewAt(match, now);
            boolean begun = view.phase() != Phase.SCHEDULED;
            long changedAt = (begun ? match.kickoffAt() : opened).toEpochMilli();
            if (view.phase() == Phase.FULL_TIME || changedAt <= since) {
                continue;
            }
            events.add(fixture(match, before(match), null, begun ? 2 : 0, changedAt));
            if (begun) {
                events.add(fixture(match, inPlay(match), before(match), 1, changedAt));
            }
        }
        return events;
    }

    private static Map<String, Object> fixture(
            Match match, long id, @Nullable Long parent, int liveStatus, long version) {
        return object(
                "id",
                id,
                "starts",
                match.kickoffAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "home",
                ClubNames.pinnacle(match.home()),
                "away",
                ClubNames.pinnacle(match.away()),
                "rotNum",
                Long.toString(id % 100_000),
                "liveStatus",
                liveStatus,
                "status",
                "O",
                "parlayRestriction",
                2,
                "parentId",
                parent,
                "altTeaser",
                false,
                "resultingUnit",
                "Regular",
                "version",
                version);
    }

    private List<Object> odds(Instant now, long since, boolean decimal) {
        List<Object> events = new ArrayList<>();
        for (Match match : shown(now)) {
            MatchView view = league.viewAt(match, now);
            boolean begun = view.phase() != Phase.SCHEDULED;
            add(
                    events,
                    match,
                    before(match),
                    begun ? null : market.opinion(bookmaker, match, now),
                    now,
                    since,
                    decimal);
            if (begun) {
                add(events, match, inPlay(match), market.opinion(bookmaker, match, now), now, since, decimal);
            }
        }
        return events;
    }

    /** An event without an opinion is closed; it is told once more, and in no snapshot. */
    private void add(
            List<Object> events,
            Match match,
            long id,
            @Nullable Opinion opinion,
            Instant now,
            long since,
            boolean decimal) {
        boolean open = opinion != null && !opinion.suspended();
        Map<String, Object> period = opinion != null && open
                ? PinnaclePrices.of(opinion, market.totalLine(match), market.handicapLine(match), decimal)
                : new LinkedHashMap<>();
        period.put("status", open ? 1 : 2);
        String key = id + " " + decimal;
        Told last = told.get(key);
        if (last == null && !open) {
            return;
        }
        if (last == null || !last.period().equals(period)) {
            last = new Told(period, stamp);
            told.put(key, last);
        }
        if (since < 0 ? opinion == null : last.since() <= since) {
            return;
        }
        Map<String, Object> whole = object(
                "lineId", last.since(),
                "number", 0,
                "cutoff",
                        (id == before(match)
                                        ? match.kickoffAt()
                                        : match.kickoffAt().plus(3, ChronoUnit.HOURS))
                                .toString());
        whole.putAll(last.period());
        Map<String, Object> event = object("id", id, "periods", List.of(whole));
        if (id == inPlay(match)) {
            MatchView view = league.viewAt(match, now);
            event.put("homeScore", (double) view.goals(true));
            event.put("awayScore", (double) view.goals(false));
        }
        events.add(event);
    }

    private List<Object> settled(Instant now, long since) {
        List<Object> events = new ArrayList<>();
        for (Match match : shown(now)) {
            MatchView view = league.viewAt(match, now);
            Instant at = match.kickoffAt()
                    .plusSeconds(league.script(match).clock().duration())
                    .plus(SETTLED_AFTER);
            if (view.phase() == Phase.FULL_TIME && !now.isBefore(at) && at.toEpochMilli() > since) {
                for (long id : new long[] {before(match), inPlay(match)}) {
                    events.add(object(
                            "id",
                            id,
                            "periods",
                            List.of(object(
                                    "number",
                                    0,
                                    "status",
                                    1,
                                    "settlementId",
                                    id * 10,
                                    "settledAt",
                                    at.toString(),
                                    "team1Score",
                                    view.goals(true),
                                    "team2Score",
                                    view.goals(false)))));
                }
            }
        }
        return events;
    }

    private static Answer error(int status, String code, String message) {
        return Json.answer(status, object("code", code, "message", message));
    }
}
