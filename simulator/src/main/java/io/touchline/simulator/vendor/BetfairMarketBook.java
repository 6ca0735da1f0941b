package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.market.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One market of the simulated exchange as it stands, and what has changed in it since any earlier change. */
final class BetfairMarketBook {

    static final String EVENT_TYPE = "1";
    static final Duration SETTLED_AFTER = Duration.ofMinutes(2);
    private static final Duration SIZES_HOLD = Duration.ofMinutes(2);

    /** An outcome less likely than this is as good as decided. */
    private static final double DECIDED = 0.006;

    private static final int DELAY_IN_PLAY = 5;
    private static final long FIRST_VERSION = 6_000_000_000L;

    private enum Status {
        OPEN,
        SUSPENDED,
        CLOSED
    }

    private final BetfairType type;
    private final Match match;
    private final String id;
    private final List<BetfairType.Runner> runners;
    private final List<BetfairRunnerBook> books = new ArrayList<>();
    private final long created;
    private Status status = Status.SUSPENDED;
    private boolean inPlay;
    private long definitionChange;
    private long version = FIRST_VERSION;
    private @Nullable MatchView settled;
    private @Nullable Instant settledAt;
    private long volume;
    private long volumeChange;
    private long tradedMinute;
    private long pricedAt = Long.MIN_VALUE;
    private long period = Long.MIN_VALUE;

    BetfairMarketBook(BetfairType type, Match match, double mainHandicap, Instant now, long change) {
        this.type = type;
        this.match = match;
        this.id = idOf(match, type);
        this.runners = type.runners(match, mainHandicap);
        runners.forEach(runner -> books.add(new BetfairRunnerBook(
                type, runner, match.seed().with("exchange").with(type.name()))));
        this.created = change;
        this.definitionChange = change;
        this.tradedMinute = now.getEpochSecond() / 60;
    }

    static String idOf(Match match, BetfairType type) {
        return "1.2" + match.eventId() + type.ordinal();
    }

    static String eventIdOf(Match match) {
        return Long.toString(Long.parseLong(match.eventId()) + 25_000_000);
    }

    String id() {
        return id;
    }

    BetfairType type() {
        return type;
    }

    Match match() {
        return match;
    }

    List<BetfairType.Runner> runners() {
        return runners;
    }

    boolean isClosed() {
        return status == Status.CLOSED;
    }

    long tradedHundredths() {
        return volume;
    }

    /** To that moment. */
    void advance(Instant now, MatchView view, @Nullable Opinion opinion, long change) {
        if (status == Status.CLOSED) {
            return;
        }
        if (view.phase() == Phase.FULL_TIME) {
            over(now, view, change);
            return;
        }
        boolean runs = view.phase() != Phase.SCHEDULED;
        double[] fair = opinion == null ? new double[0] : type.fair(opinion, runners);
        boolean suspended = opinion == null || opinion.suspended() || isDecided(fair);
        define(suspended ? Status.SUSPENDED : Status.OPEN, runs, change);
        if (opinion == null || suspended) {
            books.forEach(book -> book.empty(change));
            pricedAt = Long.MIN_VALUE;
            tradedMinute = now.getEpochSecond() / 60;
            return;
        }
        long sizes = Math.floorDiv(
                now.getEpochSecond() + Math.floorMod(match.seed().value(), SIZES_HOLD.toSeconds()),
                SIZES_HOLD.toSeconds());
        if (opinion.pricedAt().toEpochMilli() != pricedAt || sizes != period) {
            pricedAt = opinion.pricedAt().toEpochMilli();
            period = sizes;
            double[] odds = type.odds(opinion, runners);
            for (int i = 0; i < books.size(); i++) {
                books.get(i).quote(odds[i], 1 / fair[i], period, change);
            }
        }
        trade(now.getEpochSecond() / 60, change);
    }

    private void trade(long minute, long change) {
        for (; tradedMinute < minute; tradedMinute++) {
            for (BetfairRunnerBook book : books) {
                long size = book.trade(tradedMinute, change);
                if (size > 0) {
                    volume += size;
                    volumeChange = change;
                }
            }
        }
    }

    private static boolean isDecided(double[] fair) {
        for (double share : fair) {
            if (Double.isNaN(share) || share < DECIDED) {
                return true;
            }
        }
        return false;
    }

    private void over(Instant now, MatchView view, long change) {
        Instant end = match.kickoffAt().plusSeconds(view.playSeconds()).plus(Duration.ofMinutes(15));
        books.forEach(book -> book.empty(change));
        if (now.isBefore(end.plus(SETTLED_AFTER))) {
            define(Status.SUSPENDED, true, change);
        } else {
            settled = view;
            settledAt = end.plus(SETTLED_AFTER);
            define(Status.CLOSED, true, change);
        }
    }

    private void define(Status to, boolean runs, long change) {
        if (to != status || runs != inPlay) {
            status = to;
            inPlay = runs;
            version++;
            definitionChange = change;
        }
    }

    /** What a subscriber who knows everything up to that change has to be told; empty where nothing. */
    Map<String, Object> since(long change, Set<String> fields) {
        if (created > change) {
            return image(fields);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        if (fields.contains("EX_MARKET_DEF") && definitionChange > change) {
            told.put("marketDefinition", definition());
        }
        List<Object> changes = new ArrayList<>();
        for (BetfairRunnerBook book : books) {
            Map<String, Object> each = book.since(change, fields);
            if (!each.isEmpty()) {
                changes.add(each);
            }
        }
        if (!changes.isEmpty()) {
            told.put("rc", changes);
        }
        if (fields.contains("EX_TRADED_VOL") && volumeChange > change) {
            told.put("tv", Json.number(volume / 100.0));
        }
        if (!told.isEmpty()) {
            told.put("id", id);
        }
        return told;
    }

    /** The whole market. */
    Map<String, Object> image(Set<String> fields) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        if (fields.contains("EX_MARKET_DEF")) {
            told.put("marketDefinition", definition());
        }
        List<Object> all = new ArrayList<>();
        for (BetfairRunnerBook book : books) {
            Map<String, Object> each = book.image(fields);
            if (!each.isEmpty()) {
                all.add(each);
            }
        }
        told.put("rc", all);
        told.put("img", true);
        if (fields.contains("EX_TRADED_VOL")) {
            told.put("tv", Json.number(volume / 100.0));
        }
        return told;
    }

    private Map<String, Object> definition() {
        List<Object> listed = new ArrayList<>();
        for (int i = 0; i < runners.size(); i++) {
            double handicap = runners.get(i).handicap();
            listed.add(Json.object(
                    "status",
                    runnerStatus(i),
                    "sortPriority",
                    i + 1,
                    "id",
                    runners.get(i).id(),
                    "hc",
                    handicap == 0 ? null : Json.number(handicap)));
        }
        Map<String, Object> told = BetfairDefinition.of(match, type);
        told.put("inPlay", inPlay);
        told.put("crossMatching", status == Status.OPEN);
        told.put("numberOfActiveRunners", status == Status.CLOSED ? 0 : runners.size());
        told.put("betDelay", inPlay ? DELAY_IN_PLAY : 0);
        told.put("status", status.name());
        if (settledAt != null) {
            told.put("settledTime", BetfairDefinition.time(settledAt));
        }
        told.put("runners", listed);
        told.put("version", version);
        return told;
    }

    private String runnerStatus(int runner) {
        MatchView end = settled;
        if (end == null) {
            return "ACTIVE";
        }
        return type.hasWon(runner, runners, end.goals(true), end.goals(false)) ? "WINNER" : "LOSER";
    }
}
