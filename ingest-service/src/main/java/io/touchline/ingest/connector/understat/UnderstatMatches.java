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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        boolean over = node.path("isResult").asBoolean(false);
        Goals goals = over ? goals(Words.find(node.path("goals"), "h"), Words.find(node.path("goals"), "a")) : null;
        if (over && goals == null) {
            throw new Unusable(RejectReason.MISSING_SCORE, "a result without goals");
        }
        Double homeXg = Words.number("xG", Words.find(node.path("xG"), "h"));
        Double awayXg = Words.number("xG", Words.find(node.path("xG"), "a"));
        return seen(
                ref,
                context.observedAt(),
                goals,
                List.of(),
                false,
                TeamStatistics.newBuilder().setXg(over ? homeXg : null).build(),
                TeamStatistics.newBuilder().setXg(over ? awayXg : null).build());
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
                        goal(seen, incidents);
                    }
                }
            }
        }
        if (ref != null && isOver(ref, context)) {
            incidents.sort(Comparator.comparing(UnderstatMatches::minute));
            boolean told = board != null
                    && Incidents.count(incidents, "GOAL", "HOME") == board.home()
                    && Incidents.count(incidents, "GOAL", "AWAY") == board.away();
            incidents.addAll(cards(rosters));
            context.sink()
                    .event(seen(
                            ref,
                            context.observedAt(),
                            board,
                            incidents,
                            told && rosters != null && rosters.isObject(),
                            statistics(info, "h", incidents, "HOME", rosters),
                            statistics(info, "a", incidents, "AWAY", rosters)));
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

    private static boolean isOver(FixtureRef ref, Context context) {
        Instant kickoffAt = ref.kickoffAt();
        return kickoffAt != null && !context.observedAt().isBefore(kickoffAt.plus(OVER_AFTER));
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

    private static void goal(ShotSeen seen, List<MatchEvent> incidents) {
        String result = seen.shot().getResult();
        String side = seen.shot().getSide();
        boolean own = result.equals("OWN_GOAL");
        if (own || result.equals("GOAL")) {
            String detail = own ? "Own Goal" : "PENALTY".equals(seen.shot().getSituation()) ? "Penalty" : null;
            incidents.add(Incidents.of(
                    "GOAL",
                    own ? Incidents.other(side) : side,
                    seen.shot().getMinute(),
                    seen.shot().getPlayer(),
                    detail));
        } else if ("PENALTY".equals(seen.shot().getSituation())) {
            incidents.add(Incidents.of(
                    "PENALTY", side, seen.shot().getMinute(), seen.shot().getPlayer(), "Missed"));
        }
    }

    /** The line-ups count cards without saying when. */
    private static List<MatchEvent> cards(@Nullable JsonNode rosters) {
        List<MatchEvent> cards = new ArrayList<>();
        if (rosters == null) {
            return cards;
        }
        for (String list : List.of("h", "a")) {
            String side = list.equals("h") ? "HOME" : "AWAY";
            for (JsonNode player : rosters.path(list)) {
                add(cards, player, "yellow_card", "YELLOW_CARD", side);
                add(cards, player, "red_card", "RED_CARD", side);
            }
        }
        return cards;
    }

    private static void add(List<MatchEvent> cards, JsonNode player, String field, String type, String side) {
        String text = Words.find(player, field);
        int count = text != null && text.matches("[0-9]") ? Integer.parseInt(text) : 0;
        for (int i = 0; i < count; i++) {
            cards.add(Incidents.of(type, side, null, Words.find(player, "player"), null));
        }
    }

    private static TeamStatistics statistics(
            @Nullable JsonNode info,
            String prefix,
            List<MatchEvent> incidents,
            String side,
            @Nullable JsonNode rosters) {
        TeamStatistics.Builder statistics = TeamStatistics.newBuilder();
        if (rosters != null && rosters.isObject()) {
            statistics.setYellowCards(Incidents.count(incidents, "YELLOW_CARD", side));
            statistics.setRedCards(Incidents.count(incidents, "RED_CARD", side));
        }
        if (info != null) {
            try {
                statistics.setXg(Words.number("xG", Words.find(info, prefix + "_xg")));
                statistics.setShots(Words.whole("shots", Words.find(info, prefix + "_shot"), 0, 200));
                statistics.setShotsOnTarget(
                        Words.whole("shots on target", Words.find(info, prefix + "_shotOnTarget"), 0, 200));
            } catch (Unusable e) {
                statistics.setXg(null);
            }
        }
        return statistics.build();
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
