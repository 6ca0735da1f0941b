package io.touchline.ingest.connector.espn;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.schema.MatchEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Goals, cards, substitutions, missed penalties and reviews of a football match, from a scoreboard's {@code details} or a summary's {@code keyEvents}. Kicks of a
 * shoot-out are left out.
 *
 * <p>An own goal stands under the side that benefits in scoreboards; where the board says that it stands under the other, it is turned.
 */
final class EspnIncidents {

    private static final Set<String> RED = Set.of("red-card", "yellow-red-card", "second-yellow-card");
    private static final int SHOOTOUT = 5;
    private static final double HALF_SECONDS = 2700;

    private final List<Incident> incidents;

    private record Incident(
            String type,
            @Nullable String side,
            @Nullable Integer minute,
            double seconds,
            @Nullable String player,
            @Nullable String detail,
            boolean ownGoal) {

        Incident turned() {
            return new Incident(type, "HOME".equals(side) ? "AWAY" : "HOME", minute, seconds, player, detail, ownGoal);
        }
    }

    /** Told of a part that cannot be used while the rest can. */
    @FunctionalInterface
    interface Complaints {
        void rejected(RejectReason reason, String detail);
    }

    /** Says which side a team is; null for neither. */
    @FunctionalInterface
    interface Sides {
        @Nullable String of(JsonNode team);
    }

    private EspnIncidents(List<Incident> incidents) {
        this.incidents = incidents;
    }

    /** Every incident that can be used, in the order of the match; the others are told to {@code complaints}. */
    static EspnIncidents read(List<JsonNode> nodes, Sides sides, @Nullable Goals board, Complaints complaints) {
        List<Incident> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            try {
                Incident incident = incident(node, sides);
                if (incident != null) {
                    found.add(incident);
                }
            } catch (Unusable e) {
                complaints.rejected(e.reason(), e.detail());
            }
        }
        found.sort(Comparator.comparingDouble(each -> each.seconds() < 0 ? Double.MAX_VALUE : each.seconds()));
        EspnIncidents asTold = new EspnIncidents(found);
        if (board != null && !asTold.addUpTo(board)) {
            EspnIncidents turned = new EspnIncidents(found.stream()
                    .map(each -> each.ownGoal() ? each.turned() : each)
                    .toList());
            return turned.addUpTo(board) ? turned : asTold;
        }
        return asTold;
    }

    /** Whether the goals make the score. */
    boolean addUpTo(Goals board) {
        return goals("HOME", Double.MAX_VALUE) == board.home() && goals("AWAY", Double.MAX_VALUE) == board.away();
    }

    boolean isEmpty() {
        return incidents.isEmpty();
    }

    Goals atHalfTime() {
        return new Goals(goals("HOME", HALF_SECONDS), goals("AWAY", HALF_SECONDS));
    }

    Goals afterNinety() {
        return new Goals(goals("HOME", 2 * HALF_SECONDS), goals("AWAY", 2 * HALF_SECONDS));
    }

    List<MatchEvent> events() {
        return incidents.stream()
                .map(each -> MatchEvent.newBuilder()
                        .setType(each.type())
                        .setSide(each.side())
                        .setMinute(each.minute())
                        .setPlayer(each.player())
                        .setDetail(each.detail())
                        .build())
                .toList();
    }

    private int goals(String side, double untilSeconds) {
        int goals = 0;
        for (Incident each : incidents) {
            boolean inTime = untilSeconds == Double.MAX_VALUE || each.seconds() >= 0 && each.seconds() <= untilSeconds;
            if (each.type().equals("GOAL") && side.equals(each.side()) && inTime) {
                goals++;
            }
        }
        return goals;
    }

    /** Null for what is none of ours. */
    private static @Nullable Incident incident(JsonNode node, Sides sides) throws Unusable {
        if (!node.isObject()) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an incident that is no object: " + node);
        }
        JsonNode kind = JsonFields.object(node, "type");
        String text = JsonFields.text(kind, "text");
        String slug = slug(JsonFields.text(kind, "type"), text);
        String type = type(node, slug);
        if (type == null) {
            return null;
        }
        JsonNode clock = JsonFields.object(node, "clock");
        String display = JsonFields.text(clock, "displayValue");
        Double counted = JsonFields.number(clock, "value");
        JsonNode team = JsonFields.object(node, "team");
        String side = sides.of(team);
        if (side == null && (type.equals("GOAL") || type.endsWith("_CARD"))) {
            throw new Unusable(
                    RejectReason.MISSING_TEAM,
                    type + " of team " + JsonFields.text(team, "id") + ", which does not play");
        }
        List<String> players = players(node);
        boolean own = JsonFields.isSet(node, "ownGoal") || slug.equals("own-goal");
        return new Incident(
                type,
                side,
                EspnClock.minute(counted, display),
                EspnClock.seconds(counted, display),
                players.isEmpty() ? null : players.getFirst(),
                detail(type, own, slug, text, players, JsonFields.isSet(node, "penaltyKick")),
                own && type.equals("GOAL"));
    }

    private static @Nullable String type(JsonNode node, String slug) throws Unusable {
        Integer period = JsonFields.whole(JsonFields.object(node, "period"), "number", 0, 99);
        if (JsonFields.isSet(node, "shootout") || period != null && period == SHOOTOUT) {
            return null;
        }
        Boolean scoring = JsonFields.flag(node, "scoringPlay");
        if (scoring == null ? isGoal(slug) : scoring) {
            return "GOAL";
        }
        if (slug.startsWith("var") || slug.equals("deleted-after-review")) {
            return "VAR";
        }
        if (JsonFields.isSet(node, "redCard") || RED.contains(slug)) {
            return "RED_CARD";
        }
        if (JsonFields.isSet(node, "yellowCard") || slug.equals("yellow-card")) {
            return "YELLOW_CARD";
        }
        if (slug.equals("substitution")) {
            return "SUBSTITUTION";
        }
        return slug.startsWith("penalty---") && !slug.equals("penalty---scored") ? "PENALTY" : null;
    }

    private static boolean isGoal(String slug) {
        return slug.equals("goal")
                || slug.startsWith("goal---")
                || slug.equals("own-goal")
                || slug.equals("penalty---scored");
    }

    private static @Nullable String detail(
            String type, boolean own, String slug, @Nullable String text, List<String> players, boolean penalty) {
        if (type.equals("SUBSTITUTION")) {
            return players.size() > 1 ? "for " + players.get(1) : null;
        }
        if (type.equals("GOAL") && own) {
            return "Own Goal";
        }
        if (type.equals("GOAL") && penalty && !slug.startsWith("penalty")) {
            return "Penalty";
        }
        return slug.equals("yellow-red-card") ? "Second Yellow Card" : text;
    }

    /** A scoreboard lists athletes, a summary participants, in whom the athlete is. */
    private static List<String> players(JsonNode node) throws Unusable {
        List<String> names = new ArrayList<>();
        for (JsonNode athlete : JsonFields.list(node, "athletesInvolved")) {
            add(names, athlete);
        }
        if (names.isEmpty()) {
            for (JsonNode participant : JsonFields.list(node, "participants")) {
                add(names, participant.path("athlete"));
            }
        }
        return names;
    }

    private static void add(List<String> names, JsonNode athlete) {
        String name = athlete.path("displayName").asString("");
        if (!name.isBlank()) {
            names.add(name);
        }
    }

    /** {@code Goal - Header} is {@code goal---header}. */
    private static String slug(@Nullable String slug, @Nullable String text) {
        String word = slug == null ? text == null ? "" : text : slug;
        return word.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
