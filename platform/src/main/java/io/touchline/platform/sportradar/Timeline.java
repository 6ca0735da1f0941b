package io.touchline.platform.sportradar;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.Shot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened in a match, in order: goals, cards, substitutions, missed penalties, video decisions, and its shots. A goal counts for the side whose score rose,
 * whatever team the entry names, so own goals fall on the right side; a score that falls takes the last goal of that side back. Kicks of a shoot-out are left out.
 */
final class Timeline {

    private static final int MOST_GOALS = 99;
    private static final int LONGEST = 200;

    private final List<MatchEvent> incidents = new ArrayList<>();
    private final List<Shot> shots = new ArrayList<>();
    private boolean shotsTold;
    private int home;
    private int away;

    private Timeline() {}

    /** Entries that cannot be used are told to {@code complaints} and left out. */
    static Timeline of(List<JsonNode> entries, BiConsumer<Unusable, JsonNode> complaints) {
        Timeline timeline = new Timeline();
        for (JsonNode entry : inOrder(entries)) {
            try {
                timeline.add(entry);
            } catch (Unusable e) {
                complaints.accept(e, entry);
            }
        }
        return timeline;
    }

    List<MatchEvent> incidents() {
        return incidents;
    }

    /** Empty where the match's coverage has goals but no other shots. */
    List<Shot> shots() {
        return shotsTold ? shots : List.of();
    }

    private static List<JsonNode> inOrder(List<JsonNode> entries) {
        List<JsonNode> sorted = new ArrayList<>(entries);
        if (entries.stream().allMatch(entry -> at(entry) != null)) {
            sorted.sort(Comparator.comparing(Timeline::orEpoch));
        }
        return sorted;
    }

    private static Instant orEpoch(JsonNode entry) {
        Instant at = at(entry);
        return at == null ? Instant.EPOCH : at;
    }

    private static @Nullable Instant at(JsonNode entry) {
        try {
            return Tree.time(entry, "time");
        } catch (Unusable e) {
            return null;
        }
    }

    private void add(JsonNode entry) throws Unusable {
        String type = JsonFields.neededText(entry, "type");
        boolean shootOut = Tree.word(entry, "period_type").contains("penalt")
                || "PENALTIES".equals(MatchWords.period(Tree.word(entry, "match_status_code")))
                || type.startsWith("penalty_shootout");
        if (shootOut) {
            return;
        }
        switch (type) {
            case "score_change" -> goals(entry);
            case "yellow_card" -> incident(entry, "YELLOW_CARD", side(entry), null);
            case "yellow_red_card" -> incident(entry, "RED_CARD", side(entry), "Second Yellow");
            case "red_card" -> incident(entry, "RED_CARD", side(entry), null);
            case "penalty_missed" -> incident(entry, "PENALTY", side(entry), "Missed");
            case "video_assistant_referee" ->
                incident(entry, "VAR", side(entry), first(entry, "decision", "description"));
            case "substitution" -> {
                String in = Tree.person(Tree.child(entry, "player_in"));
                String out = Tree.person(Tree.child(entry, "player_out"));
                incident(entry, "SUBSTITUTION", side(entry), in == null ? null : out == null ? in : in + " for " + out);
            }
            case "shot_on_target" -> shot(entry, side(entry), "SAVED", true);
            case "shot_off_target" -> shot(entry, side(entry), missed(entry), true);
            default -> {
                // throw-ins, corners, the keeper's view of a shot and so on
            }
        }
    }

    private void goals(JsonNode entry) throws Unusable {
        Integer nowHome = JsonFields.whole(entry, "home_score", 0, MOST_GOALS);
        Integer nowAway = JsonFields.whole(entry, "away_score", 0, MOST_GOALS);
        if (nowHome == null || nowAway == null) {
            String side = side(entry);
            if (side != null) {
                goal(entry, side);
            }
            return;
        }
        for (; home < nowHome; home++) {
            goal(entry, "HOME");
        }
        for (; away < nowAway; away++) {
            goal(entry, "AWAY");
        }
        for (; home > nowHome; home--) {
            takeBack("HOME");
        }
        for (; away > nowAway; away--) {
            takeBack("AWAY");
        }
    }

    private void goal(JsonNode entry, String side) throws Unusable {
        String method = method(entry);
        boolean own = method.contains("own_goal");
        incident(entry, "GOAL", side, own ? "Own Goal" : method.contains("penalty") ? "Penalty" : null);
        shot(entry, own ? other(side) : side, own ? "OWN_GOAL" : "GOAL", false);
    }

    private void takeBack(String side) {
        for (int i = incidents.size() - 1; i >= 0; i--) {
            MatchEvent incident = incidents.get(i);
            if (incident.getType().equals("GOAL") && side.equals(incident.getSide())) {
                incidents.remove(i);
                return;
            }
        }
    }

    private void incident(JsonNode entry, String type, @Nullable String side, @Nullable String detail) throws Unusable {
        incidents.add(MatchEvent.newBuilder()
                .setType(type)
                .setSide(side)
                .setMinute(minute(entry))
                .setPlayer(player(entry))
                .setDetail(detail)
                .build());
    }

    private void shot(JsonNode entry, @Nullable String side, String result, boolean told) throws Unusable {
        shotsTold |= told;
        Integer minute = minute(entry);
        if (side == null || minute == null) {
            if (told) {
                throw new Unusable(RejectReason.MISSING_FIELD, "a shot without team or match_time");
            }
            return;
        }
        Double along = JsonFields.number(entry, "x");
        Double across = JsonFields.number(entry, "y");
        boolean placed = isShare(along) && isShare(across);
        boolean towardsHundred = side.equals("HOME");
        shots.add(Shot.newBuilder()
                .setFixtureId("")
                .setShotId(JsonFields.neededText(entry, "id"))
                .setSide(side)
                .setPlayer(player(entry))
                .setMinute(minute)
                .setX(placed ? share(along, towardsHundred) : null)
                .setY(placed ? share(across, towardsHundred) : null)
                .setSituation(method(entry).contains("penalty") ? "PENALTY" : null)
                .setResult(result)
                .setSource(SportradarAdapter.SOURCE)
                .setObservedAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .setEmittedAt(Instant.EPOCH)
                .build());
    }

    private static boolean isShare(@Nullable Double percent) {
        return percent != null && percent >= 0 && percent <= 100;
    }

    /** The vendor's pitch lies still, home attacking 100; ours is seen from the side that shoots. */
    private static @Nullable Double share(@Nullable Double percent, boolean towardsHundred) {
        if (percent == null) {
            return null;
        }
        return (towardsHundred ? percent : 100 - percent) / 100;
    }

    private static String missed(JsonNode entry) {
        String outcome = Tree.word(entry, "outcome");
        return outcome.contains("block") ? "BLOCKED" : outcome.matches(".*(post|bar|wood).*") ? "POST" : "MISSED";
    }

    private static String method(JsonNode entry) {
        String own = Tree.word(entry, "method");
        return own.isEmpty() ? Tree.word(Tree.child(entry, "goal_scorer"), "method") : own;
    }

    /** Version 3 says team, version 4 competitor. */
    private static @Nullable String side(JsonNode entry) {
        String team = Tree.word(entry, "team");
        return switch (team.isEmpty() ? Tree.word(entry, "competitor") : team) {
            case "home" -> "HOME";
            case "away" -> "AWAY";
            default -> null;
        };
    }

    private static String other(String side) {
        return side.equals("HOME") ? "AWAY" : "HOME";
    }

    private static @Nullable Integer minute(JsonNode entry) throws Unusable {
        Integer minute = JsonFields.whole(entry, "match_time", 0, LONGEST);
        Integer added = Tree.word(entry, "stoppage_time").contains(":")
                ? null
                : JsonFields.whole(entry, "stoppage_time", 0, LONGEST);
        return minute == null || added == null ? minute : Integer.valueOf(minute + added);
    }

    private static @Nullable String player(JsonNode entry) throws Unusable {
        for (String field : List.of("goal_scorer", "player")) {
            String name = Tree.person(Tree.child(entry, field));
            if (name != null) {
                return name;
            }
        }
        for (JsonNode player : Tree.items(entry, "players", "player")) {
            String role = Tree.word(player, "type");
            if (role.isEmpty() || role.equals("scorer")) {
                return Tree.person(player);
            }
        }
        return null;
    }

    private static @Nullable String first(JsonNode entry, String... names) throws Unusable {
        for (String name : names) {
            String text = JsonFields.text(entry, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
