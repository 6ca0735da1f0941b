package io.touchline.ingest.connector.mlb;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Schedules and live feeds in our words. Runs are told by the board; a play that brings some is an incident {@code RUNS} with the batter and how many scored, and the list of them
 * counts as whole where they make the board (feeds may be cut).
 */
final class MlbAdapter implements Adapter {

    private static final TeamStatistics NONE = TeamStatistics.newBuilder().build();
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final List<String> WITHOUT_GAMES =
            List.of("records", "roster", "people", "teams", "venues", "stats");
    private static final int REMEMBERED = 2_000;

    /** Schedules tell the inning only where they are asked to. */
    private final Map<String, Integer> innings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Plays(List<MatchEvent> scoring, boolean whole) {}

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        if (root.path("dates").isArray()) {
            schedule(root, payload, sink);
        } else if (root.path("gameData").isObject() && root.path("liveData").isObject()) {
            feed(root, payload, sink);
        } else {
            throw unusable(root, payload, sink);
        }
    }

    private static PayloadChanged unusable(JsonNode root, Payload payload, EventSink sink) {
        if (root.path("message").isString()) {
            String detail = root.path("messageNumber").asString("") + " "
                    + root.path("message").asString();
            return JsonPayload.unusable(RejectReason.VENDOR_ERROR, detail.strip(), payload, sink);
        }
        for (String known : WITHOUT_GAMES) {
            if (root.has(known)) {
                return JsonPayload.unusable(
                        RejectReason.UNKNOWN_MESSAGE, "an answer without games, but " + known, payload, sink);
            }
        }
        return JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, "neither schedule nor feed", payload, sink);
    }

    /** A postponed game stands on its old day and on its new one, with the same number. */
    private void schedule(JsonNode root, Payload payload, EventSink sink) {
        Set<String> told = new HashSet<>();
        int index = 0;
        for (JsonNode date : root.path("dates")) {
            for (JsonNode game : date.path("games")) {
                String id = game.path("gamePk").asString("");
                String place = id.isEmpty() ? "games[" + index + "]" : id;
                index++;
                String once = id + ' ' + game.path("gameDate").asString("") + ' ' + game.path("status");
                try {
                    if (!id.isEmpty() && !told.add(once)) {
                        throw new Unusable(RejectReason.DUPLICATE_MATCH, "game " + id + " twice in one answer");
                    }
                    MlbGame one = MlbGame.ofSchedule(game);
                    sink.event(seen(one, payload.observedAt(), new Plays(List.of(), false), null, null));
                } catch (Unusable e) {
                    sink.rejected(e.reason(), e.detail(), place, raw(game), null);
                }
            }
        }
    }

    private void feed(JsonNode root, Payload payload, EventSink sink) {
        String place = root.path("gamePk").asString("feed");
        try {
            MlbGame game = MlbGame.ofFeed(root);
            Instant version = version(root);
            String umpire = plateUmpire(root);
            Plays plays = plays(root, game, place, sink);
            sink.event(seen(
                    game,
                    version == null ? payload.observedAt() : version,
                    plays,
                    umpire,
                    version == null ? null : version.getEpochSecond()));
        } catch (Unusable e) {
            sink.rejected(e.reason(), e.detail(), place, null, null);
        }
    }

    private MatchSeen seen(
            MlbGame game, Instant observedAt, Plays plays, @Nullable String umpire, @Nullable Long version) {
        String id = game.fixture().vendorId();
        Integer inning = game.inning();
        if (inning != null && inning > 0) {
            innings.put(id, inning);
        }
        return new MatchSeen(
                game.fixture(),
                observedAt,
                game.phase().status(),
                game.period(innings.get(id)),
                null,
                game.board(),
                plays.scoring(),
                plays.whole(),
                NONE,
                NONE,
                game.phase().status().equals("FINISHED") ? game.board() : null,
                new Facts(game.venue(), false, umpire),
                version);
    }

    private static Plays plays(JsonNode root, MlbGame game, String place, EventSink sink) {
        Goals board = game.board();
        if (board == null) {
            return new Plays(List.of(), false);
        }
        List<MatchEvent> scoring = new ArrayList<>();
        Map<String, Integer> sums = new HashMap<>();
        for (JsonNode play : root.path("liveData").path("plays").path("allPlays")) {
            try {
                MatchEvent scored = scored(play, sums);
                if (scored != null) {
                    scoring.add(scored);
                }
            } catch (Unusable e) {
                sink.rejected(e.reason(), e.detail(), place, raw(play), game.fixture());
            }
        }
        boolean whole = sums.getOrDefault("HOME", 0) == board.home() && sums.getOrDefault("AWAY", 0) == board.away();
        return new Plays(scoring, whole);
    }

    /** Null for a play without runs. */
    private static @Nullable MatchEvent scored(JsonNode play, Map<String, Integer> sums) throws Unusable {
        JsonNode about = JsonFields.object(play, "about");
        if (!JsonFields.isSet(about, "isScoringPlay")) {
            return null;
        }
        String half = JsonFields.neededText(about, "halfInning");
        String side = switch (half) {
            case "top" -> "AWAY";
            case "bottom" -> "HOME";
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "half of an inning: " + half);
        };
        int runs = 0;
        for (JsonNode runner : JsonFields.list(play, "runners")) {
            runs += runner.path("movement").path("end").asString("").equals("score") ? 1 : 0;
        }
        sums.merge(side, runs, Integer::sum);
        String event = JsonFields.text(JsonFields.object(play, "result"), "event");
        JsonNode batter = JsonFields.object(JsonFields.object(play, "matchup"), "batter");
        return MatchEvent.newBuilder()
                .setType("RUNS")
                .setSide(side)
                .setPlayer(JsonFields.text(batter, "fullName"))
                .setDetail(runs + (runs == 1 ? " run" : " runs") + (event == null ? "" : ": " + event))
                .build();
    }

    private static @Nullable Instant version(JsonNode root) throws Unusable {
        String stamp = JsonFields.text(JsonFields.object(root, "metaData"), "timeStamp");
        try {
            return stamp == null ? null : LocalDateTime.parse(stamp, VERSION).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "time stamp " + stamp);
        }
    }

    private static @Nullable String plateUmpire(JsonNode root) throws Unusable {
        for (JsonNode official : root.path("liveData").path("boxscore").path("officials")) {
            if (official.path("officialType").asString("").equals("Home Plate")) {
                return JsonFields.text(official.path("official"), "fullName");
            }
        }
        return null;
    }

    private static byte[] raw(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
