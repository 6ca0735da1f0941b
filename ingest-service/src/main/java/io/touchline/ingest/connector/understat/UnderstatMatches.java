package io.touchline.ingest.connector.understat;

import io.touchline.ingest.connector.understat.UnderstatAdapter.Context;
import io.touchline.ingest.connector.xg.CheckedShot;
import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Understat's fixtures and matches in our words. Remembers the fixtures that it was told, because a match without a shot names no team. */
final class UnderstatMatches {

    private static final int REMEMBERED = 20_000;

    /** Understat's clock drifts by up to three hours, and a match takes two: before that nobody can tell from a match page whether it is over. */
    private static final Duration OVER_AFTER = Duration.ofHours(6);

    private final Map<String, FixtureRef> fixtures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FixtureRef> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Matches that a list of fixtures called over, by their ids. */
    private final Set<String> over = Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** The fixtures of a league or a team. */
    void dates(JsonNode dates, Context context) {
        if (!dates.isArray() && !dates.isObject()) {
            context.sink().rejected(RejectReason.UNREADABLE_PAYLOAD, "no list of fixtures", "dates", null, null);
            return;
        }
        int place = 0;
        for (JsonNode node : dates) {
            place++;
            try {
                context.sink().event(fixture(node, context));
            } catch (Unusable e) {
                reject(context, e, "fixture " + or(Words.find(node, "id"), "number " + place), node, null);
            }
        }
    }

    private MatchSeen fixture(JsonNode node, Context context) throws Unusable {
        JsonNode home = node.path("h");
        JsonNode away = node.path("a");
        if (Words.find(home, "title") == null || Words.find(away, "title") == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a fixture without two teams");
        }
        if (Words.get(home, "title").equals(Words.get(away, "title"))) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, Words.get(home, "title") + " against itself");
        }
        FixtureRef ref = UnderstatWords.fixture(
                Words.id(Words.get(node, "id")),
                context.place().code(),
                context.place().seasonYear(),
                UnderstatWords.team(Words.find(home, "title"), Words.find(home, "short_title"), Words.find(home, "id")),
                UnderstatWords.team(Words.find(away, "title"), Words.find(away, "short_title"), Words.find(away, "id")),
                Words.get(node, "datetime"));
        fixtures.put(ref.vendorId(), ref);
        boolean ended = node.path("isResult").asBoolean(false);
        Goals goals = ended ? goals(Words.find(node.path("goals"), "h"), Words.find(node.path("goals"), "a")) : null;
        if (ended && goals == null) {
            throw new Unusable(RejectReason.MISSING_SCORE, "a result without goals");
        }
        if (ended) {
            over.add(ref.vendorId());
        }
        Double homeXg = Words.number("xG", Words.find(node.path("xG"), "h"));
        Double awayXg = Words.number("xG", Words.find(node.path("xG"), "a"));
        return seen(
                ref,
                context.observedAt(),
                goals,
                List.of(),
                false,
                TeamStatistics.newBuilder().setXg(ended ? homeXg : null).build(),
                TeamStatistics.newBuilder().setXg(ended ? awayXg : null).build());
    }

    /** One match, by whatever of it is there. */
    void match(@Nullable JsonNode shots, @Nullable JsonNode info, @Nullable JsonNode rosters, Context context) {
        FixtureRef ref = null;
        Goals board = null;
        if (info != null) {
            try {
                ref = ofInfo(info);
                fixtures.put(ref.vendorId(), ref);
                board = goals(Words.find(info, "h_goals"), Words.find(info, "a_goals"));
            } catch (Unusable e) {
                reject(context, e, "match_info", info, null);
            }
        }
        List<MatchEvent> incidents = new ArrayList<>();
        if (shots != null) {
            JsonNode any = shots.path("h").path(0).isMissingNode()
                    ? shots.path("a").path(0)
                    : shots.path("h").path(0);
            board = board == null ? board(any) : board;
            for (String list : List.of("h", "a")) {
                if (!shots.path(list).isArray() && !shots.path(list).isObject()) {
                    context.sink()
                            .rejected(RejectReason.UNREADABLE_PAYLOAD, "no list of shots", "shots." + list, null, ref);
                    continue;
                }
                String side = list.equals("h") ? "HOME" : "AWAY";
                for (JsonNode node : shots.path(list)) {
                    ShotSeen seen = shot(
                            name -> Words.find(node, name),
                            side,
                            "shot " + or(Words.find(node, "id"), "?"),
                            () -> bytes(node),
                            context);
                    if (seen != null) {
                        ref = ref == null ? seen.fixture() : ref;
                        UnderstatIncidents.goal(seen, incidents);
                    }
                }
            }
        }
        if (ref != null && isOver(ref, context)) {
            incidents.sort(Comparator.comparing(UnderstatMatches::minute));
            boolean told = board != null
                    && Incidents.count(incidents, "GOAL", "HOME") == board.home()
                    && Incidents.count(incidents, "GOAL", "AWAY") == board.away();
            incidents.addAll(UnderstatIncidents.cards(rosters));
            context.sink()
                    .event(seen(
                            ref,
                            context.observedAt(),
                            board,
                            incidents,
                            told && rosters != null && rosters.isObject(),
                            UnderstatIncidents.statistics(info, "h", incidents, "HOME", rosters),
                            UnderstatIncidents.statistics(info, "a", incidents, "AWAY", rosters)));
        }
    }

    /** Shots of any matches, such as those of a player. */
    void shotList(JsonNode shots, @Nullable String side, Context context) {
        for (JsonNode node : shots) {
            shot(
                    name -> Words.find(node, name),
                    side,
                    "shot " + or(Words.find(node, "id"), "?"),
                    () -> bytes(node),
                    context);
        }
    }

    /** One shot, told or rejected; null where rejected. */
    @Nullable ShotSeen shot(
            Function<String, @Nullable String> value,
            @Nullable String side,
            String place,
            Supplier<byte[]> raw,
            Context context) {
        try {
            FixtureRef told = UnderstatWords.fixture(value, context.place());
            FixtureRef ref = merged(told);
            CheckedShot shot = UnderstatWords.shot(value, side);
            ShotSeen seen =
                    new ShotSeen(ref, context.observedAt(), shot.shot(UnderstatWords.SOURCE, context.observedAt()));
            context.sink().event(seen);
            return seen;
        } catch (Unusable e) {
            context.sink().rejected(e.reason(), e.detail(), place, raw.get(), null);
            return null;
        }
    }

    /** A shot names its league nowhere; the list of fixtures may have. */
    private FixtureRef merged(FixtureRef told) {
        FixtureRef known = fixtures.get(told.vendorId());
        if (known != null && (told.home() == null || known.competition() != null)) {
            return known;
        }
        if (told.home() != null && told.away() != null) {
            fixtures.put(told.vendorId(), told);
        }
        return told;
    }

    private static FixtureRef ofInfo(JsonNode info) throws Unusable {
        return UnderstatWords.fixture(
                Words.id(Words.get(info, "id")),
                UnderstatLeagues.code(Words.find(info, "league")),
                Words.whole("season", Words.find(info, "season"), 2014, 2100),
                UnderstatWords.team(Words.get(info, "team_h"), null, Words.find(info, "h")),
                UnderstatWords.team(Words.get(info, "team_a"), null, Words.find(info, "a")),
                Words.find(info, "date"));
    }

    private boolean isOver(FixtureRef ref, Context context) {
        Instant kickoffAt = ref.kickoffAt();
        return over.contains(ref.vendorId())
                || kickoffAt != null && !context.observedAt().isBefore(kickoffAt.plus(OVER_AFTER));
    }

    private static @Nullable Goals board(JsonNode shot) {
        try {
            return goals(Words.find(shot, "h_goals"), Words.find(shot, "a_goals"));
        } catch (Unusable e) {
            return null;
        }
    }

    private static @Nullable Goals goals(@Nullable String home, @Nullable String away) throws Unusable {
        Integer homeGoals = Words.goals("goals", home);
        Integer awayGoals = Words.goals("goals", away);
        return homeGoals == null || awayGoals == null ? null : new Goals(homeGoals, awayGoals);
    }

    private static MatchSeen seen(
            FixtureRef ref,
            Instant observedAt,
            @Nullable Goals goals,
            List<MatchEvent> incidents,
            boolean told,
            TeamStatistics home,
            TeamStatistics away) {
        boolean over = goals != null;
        return new MatchSeen(
                ref,
                observedAt,
                over ? "FINISHED" : "SCHEDULED",
                over ? "FULL_TIME" : null,
                null,
                goals,
                incidents,
                told,
                home,
                away,
                goals,
                Facts.NONE,
                null);
    }

    private static int minute(MatchEvent event) {
        Integer minute = event.getMinute();
        return minute == null ? Integer.MAX_VALUE : minute;
    }

    private static void reject(Context context, Unusable e, String place, JsonNode node, @Nullable FixtureRef ref) {
        context.sink().rejected(e.reason(), e.detail(), place, bytes(node), ref);
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
