package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.schema.MatchEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of MA1: goals (G, PG, OG), cards (YC, Y2C, RC), substitutes, penalties missed or of a shoot-out, the video referee. */
final class OptaMatchSheet {

    private final String homeId;
    private final EventSink sink;
    private final FixtureRef ref;
    private final List<Placed> placed = new ArrayList<>();
    private int home;
    private int away;
    private int homeRegular;
    private int awayRegular;

    /** An incident with its place in the match. */
    private record Placed(int period, int minute, MatchEvent event) {}

    OptaMatchSheet(String homeId, EventSink sink, FixtureRef ref) {
        this.homeId = homeId;
        this.sink = sink;
        this.ref = ref;
    }

    List<MatchEvent> incidents(OptaNode live) {
        List<OptaNode> goals = new ArrayList<>(live.all("goal"));
        goals.sort(Comparator.comparingInt(OptaMatchSheet::period)
                .thenComparingInt(OptaMatchSheet::runningScore)
                .thenComparing(goal -> String.valueOf(goal.value("timestamp"))));
        for (OptaNode goal : goals) {
            goal(goal);
        }
        for (OptaNode card : live.all("card")) {
            card(card);
        }
        for (OptaNode change : live.all("substitute")) {
            String off = change.value("playerOffName");
            add(change, "SUBSTITUTION", side(change), change.value("playerOnName"), off == null ? null : "for " + off);
        }
        for (OptaNode missed : live.all("missedPen")) {
            add(missed, "PENALTY", side(missed), missed.value("playerName", "scorerName"), "Missed");
        }
        for (OptaNode kick : live.all("penaltyShot")) {
            String outcome = kick.value("outcome");
            boolean scored = "scored".equalsIgnoreCase(outcome) || "1".equals(outcome);
            add(kick, Incidents.SHOOT_OUT_KICK, side(kick), kick.value("playerName"), scored ? "scored" : "missed");
        }
        for (OptaNode decision : live.all("VAR")) {
            String what = decision.value("type");
            String said = decision.value("decision");
            add(
                    decision,
                    "VAR",
                    side(decision),
                    decision.value("playerName"),
                    what == null ? said : said == null ? what : what + ": " + said);
        }
        placed.sort(Comparator.comparingInt(Placed::period).thenComparingInt(Placed::minute));
        return placed.stream().map(Placed::event).toList();
    }

    /** The running score says who got it, own goals included; where it is missing the side listed did. */
    private void goal(OptaNode goal) {
        String kind = String.valueOf(goal.value("type")).toUpperCase(Locale.ROOT);
        if (period(goal) == 5) {
            add(goal, Incidents.SHOOT_OUT_KICK, side(goal), goal.value("scorerName"), "scored");
            return;
        }
        if (!List.of("G", "PG", "OG").contains(kind)) {
            sink.rejected(RejectReason.VALUE_OUT_OF_RANGE, "a goal of kind " + kind, "goal " + place(goal), null, ref);
            return;
        }
        Integer homeScore = count(goal.value("homeScore"));
        Integer awayScore = count(goal.value("awayScore"));
        String side = homeScore != null && homeScore == home + 1
                ? "HOME"
                : awayScore != null && awayScore == away + 1 ? "AWAY" : side(goal);
        boolean regular = period(goal) <= 2;
        home += "HOME".equals(side) ? 1 : 0;
        away += "AWAY".equals(side) ? 1 : 0;
        homeRegular += "HOME".equals(side) && regular ? 1 : 0;
        awayRegular += "AWAY".equals(side) && regular ? 1 : 0;
        add(
                goal,
                "GOAL",
                side,
                goal.value("scorerName"),
                kind.equals("OG") ? "Own Goal" : kind.equals("PG") ? "Penalty" : null);
    }

    private void card(OptaNode card) {
        boolean official = card.value("playerId") == null && card.value("playerName") == null;
        String player = card.value("playerName", "officialName");
        String detail = official ? "Team official" : null;
        switch (String.valueOf(card.value("type")).toUpperCase(Locale.ROOT)) {
            case "YC" -> add(card, "YELLOW_CARD", side(card), player, detail);
            case "Y2C" ->
                add(
                        card,
                        official ? Incidents.OFFICIAL_RED_CARD : "RED_CARD",
                        side(card),
                        player,
                        official ? detail : "Second Yellow");
            case "RC" -> add(card, official ? Incidents.OFFICIAL_RED_CARD : "RED_CARD", side(card), player, detail);
            default ->
                sink.rejected(
                        RejectReason.VALUE_OUT_OF_RANGE,
                        "a card of kind " + card.value("type"),
                        "card " + place(card),
                        null,
                        ref);
        }
    }

    private void add(
            OptaNode node, String type, @Nullable String side, @Nullable String player, @Nullable String detail) {
        Integer minute = minute(node);
        placed.add(new Placed(
                period(node),
                minute == null ? Integer.MAX_VALUE : minute,
                Incidents.of(type, side, minute, player, detail)));
    }

    private @Nullable String side(OptaNode node) {
        String team = node.value("contestantId", "teamId");
        return team == null ? null : OptaMemory.id(team).equals(homeId) ? "HOME" : "AWAY";
    }

    private static String place(OptaNode node) {
        String id = node.value("optaEventId", "timestamp");
        return id == null ? "?" : id;
    }

    /** Goals of both sides so far; 0 where a goal does not say, as older ones have no time of day either. */
    private static int runningScore(OptaNode goal) {
        Integer home = count(goal.value("homeScore"));
        Integer away = count(goal.value("awayScore"));
        return home == null || away == null ? 0 : home + away;
    }

    private static int period(OptaNode node) {
        Integer period = count(node.value("periodId"));
        return period == null ? 1 : period;
    }

    /** Full minutes: {@code timeMinSec} has them, {@code timeMin} is the running one. */
    private static @Nullable Integer minute(OptaNode node) {
        String exact = node.value("timeMinSec");
        if (exact != null && exact.matches("[0-9]{1,3}:[0-9]{2}")) {
            return Integer.valueOf(exact.substring(0, exact.indexOf(':')));
        }
        try {
            Integer running = Words.whole("timeMin", node.value("timeMin"), 0, 200);
            return running == null ? null : Math.max(0, running - 1);
        } catch (Unusable e) {
            return null;
        }
    }

    private static @Nullable Integer count(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : null;
    }

    Goals goals() {
        return new Goals(home, away);
    }

    Goals regular() {
        return new Goals(homeRegular, awayRegular);
    }
}
