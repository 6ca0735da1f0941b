package io.touchline.simulator.vendor;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.market.Bookmaker;
import io.touchline.simulator.market.Bookmakers;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.market.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the feed tells, and what of it is told again in a recovery: producer 3 prices matches before kickoff, producer 1 those that run. A producer tells nobody anything
 * until a recovery is asked for. Safe for many threads.
 */
final class SportradarFeed implements SportradarSource {

    static final String LIVE = "1";
    static final String PRE_MATCH = "3";

    private static final int HANDED_OVER = -2;
    private static final int SETTLED = -3;
    private static final Duration SHOWN = Duration.ofHours(6);
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

    private final League league;
    private final Market market;
    private final Bookmaker bookmaker;
    private final InstantSource clock;
    private final SportradarMatches matches;
    private final SportradarFaults out;

    /** By producer and message: what was told last of a match. */
    private final Map<String, Map<String, Told>> told = new TreeMap<>();

    private final Map<String, Boolean> subscribed = new HashMap<>(Map.of(LIVE, false, PRE_MATCH, false));
    private final Map<String, Long> sent = new HashMap<>();

    /** A message as it was told. */
    private record Told(String kind, Match match, String content, Instant at) {}

    SportradarFeed(League league, Market market, InstantSource clock, SportradarFaults out) {
        this.league = league;
        this.market = market;
        this.bookmaker = Bookmakers.all().getLast();
        this.clock = clock;
        this.matches = new SportradarMatches(league);
        this.out = out;
        told.put(LIVE, new TreeMap<>());
        told.put(PRE_MATCH, new TreeMap<>());
    }

    @Override
    public List<Match> shown() {
        Instant now = clock.instant();
        return league.matchesBetween(now.minus(SHOWN), now.plus(league.plan().pricedAhead()));
    }

    @Override
    public synchronized void alive() {
        Instant now = clock.instant();
        if (out.areProducersDown()) {
            subscribed.replaceAll((producer, was) -> false);
        }
        subscribed.forEach((producer, listens) -> out.alive("<alive product=\"%s\" timestamp=\"%d\" subscribed=\"%d\"/>"
                .formatted(producer, now.toEpochMilli(), listens ? 1 : 0)));
    }

    @Override
    public synchronized void tell() {
        Instant now = clock.instant();
        for (Match match : shown()) {
            MatchView view = league.viewAt(match, now);
            Opinion opinion = market.opinion(bookmaker, match, now);
            double total = market.totalLine(match);
            double handicap = market.handicapLine(match);
            boolean begun = view.phase() != Phase.SCHEDULED;
            if (!begun && opinion != null) {
                tell(PRE_MATCH, "odds_change", match, SportradarMarkets.of(opinion, total, handicap), now);
            } else if (begun) {
                if (told.getOrDefault(PRE_MATCH, Map.of()).containsKey("odds_change " + match.eventId())) {
                    tell(
                            PRE_MATCH,
                            "odds_change",
                            match,
                            SportradarMarkets.closed(total, total, handicap, HANDED_OVER),
                            now);
                }
                running(match, opinion, total, handicap, now);
            }
        }
    }

    private void running(Match match, @Nullable Opinion opinion, double total, double handicap, Instant now) {
        String status = matches.status(match, now);
        if (opinion == null) {
            MatchView end = league.viewAt(match, now);
            double last = Math.max(total, end.goals(true) + end.goals(false) + 0.5);
            tell(LIVE, "odds_change", match, status + SportradarMarkets.closed(total, last, handicap, SETTLED), now);
            Instant over =
                    match.kickoffAt().plusSeconds(league.script(match).clock().duration());
            if (!now.isBefore(over.plus(SETTLED_AFTER))) {
                tell(LIVE, "bet_settlement", match, matches.settled(match, now, total), now);
            }
            return;
        }
        if (opinion.suspended()) {
            String stop = "stop at " + opinion.homeGoals() + ':' + opinion.awayGoals();
            tell(LIVE, "bet_stop", match, "<!-- " + stop + " -->", now);
        }
        tell(LIVE, "odds_change", match, status + SportradarMarkets.of(opinion, total, handicap), now);
    }

    private void tell(String producer, String kind, Match match, String content, Instant now) {
        Told message = new Told(kind, match, content, now);
        Map<String, Told> before = told.getOrDefault(producer, Map.of());
        String key = kind + ' ' + match.eventId();
        Told last = before.get(key);
        if (last != null && last.content().equals(content)) {
            return;
        }
        before.put(key, message);
        if (Boolean.TRUE.equals(subscribed.get(producer))) {
            out.publish(key(producer, message, "-"), xml(producer, message, 0));
            sent.merge(kind, 1L, Long::sum);
        }
    }

    @Override
    public synchronized long sent(String kind) {
        return sent.getOrDefault(kind, 0L);
    }

    @Override
    public synchronized void recover(String producer, @Nullable Instant after, long request, String node) {
        tell();
        subscribed.put(producer, true);
        List<Told> all = new ArrayList<>(told.getOrDefault(producer, Map.of()).values());
        for (Told each : all) {
            if (after == null || !each.at().isBefore(after)) {
                out.publish(key(producer, each, node), xml(producer, each, request));
            }
        }
        complete(producer, request, node);
    }

    @Override
    public synchronized void recover(String producer, String urn, long request, String node) {
        told.getOrDefault(producer, Map.of()).values().stream()
                .filter(each -> SportradarMatches.urn(each.match()).equals(urn))
                .filter(each -> each.kind().equals("odds_change"))
                .forEach(each -> out.publish(key(producer, each, node), xml(producer, each, request)));
        complete(producer, request, node);
    }

    private void complete(String producer, long request, String node) {
        out.system(
                "-.-.-.snapshot_complete.-.-.-." + node,
                "<snapshot_complete product=\"%s\" request_id=\"%d\" timestamp=\"%d\"/>"
                        .formatted(producer, request, clock.instant().toEpochMilli()));
    }

    private static String key(String producer, Told message, String node) {
        String priority = message.kind().equals("bet_settlement") ? "lo" : "hi";
        String phase = producer.equals(LIVE) ? "-.live" : "pre.-";
        return priority + '.' + phase + '.' + message.kind() + ".1.sr:match."
                + message.match().eventId() + '.' + node;
    }

    private static String xml(String producer, Told message, long request) {
        String more = request == 0 ? "" : " request_id=\"" + request + '"';
        String stop = message.kind().equals("bet_stop") ? " groups=\"all\"" : "";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><" + message.kind() + " product=\""
                + producer + "\" event_id=\"" + SportradarMatches.urn(message.match()) + "\" timestamp=\""
                + message.at().toEpochMilli() + '"' + more + stop + '>' + message.content() + "</" + message.kind()
                + '>';
    }
}
