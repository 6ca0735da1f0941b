package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.schema.MatchEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Goals, bookings and substitutions, which paid plans tell. An own goal belongs to the side that benefits, found by the running score beside it, or else by what makes the
 * board add up.
 */
final class FootballDataOrgIncidents {

    private static final Map<String, String> CARDS = Map.of(
            "YELLOW", "YELLOW_CARD",
            "YELLOW_CARD", "YELLOW_CARD",
            "RED", "RED_CARD",
            "RED_CARD", "RED_CARD",
            "YELLOW_RED", "RED_CARD",
            "YELLOW_RED_CARD", "RED_CARD");
    private static final int MOST_MINUTES = 150;
    private static final String OWN = "OWN";

    private final String homeId;
    private final String awayId;
    private final Complaints complaints;
    private final List<MatchEvent> found = new ArrayList<>();

    /** Told of a part that cannot be used while the rest can. */
    @FunctionalInterface
    interface Complaints {
        void rejected(RejectReason reason, String detail);
    }

    /** Reads one kind of thing. */
    @FunctionalInterface
    private interface Reader {
        void read(JsonNode node) throws Unusable;
    }

    FootballDataOrgIncidents(String homeId, String awayId, Complaints complaints) {
        this.homeId = homeId;
        this.awayId = awayId;
        this.complaints = complaints;
    }

    /** In the order of the match. */
    List<MatchEvent> of(JsonNode match, @Nullable Goals board) throws Unusable {
        List<JsonNode> goals = new ArrayList<>(JsonFields.list(match, "goals"));
        goals.sort(Comparator.comparingInt(goal -> goal.path("minute").asInt(MOST_MINUTES)));
        boolean ownUnderBenefit = board == null || addUp(goals, board, false) || !addUp(goals, board, true);
        JsonNode[] before = new JsonNode[1];
        each(goals, goal -> {
            String type = JsonFields.text(goal, "type");
            String side = side(goal, "GOAL");
            if (OWN.equals(type)) {
                String byScore = gained(before[0], goal.path("score"));
                side = byScore != null ? byScore : ownUnderBenefit ? side : other(side);
            }
            before[0] = goal.path("score");
            String detail = type == null || type.equals("REGULAR")
                    ? null
                    : OWN.equals(type) ? "Own Goal" : type.equals("PENALTY") ? "Penalty" : type;
            add("GOAL", side, goal, JsonFields.object(goal, "scorer"), detail);
        });
        each(JsonFields.list(match, "bookings"), booking -> {
            String card = JsonFields.neededText(booking, "card");
            String type = CARDS.get(card);
            if (type == null) {
                throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "card " + card);
            }
            String detail = card.startsWith("YELLOW_RED") ? "Second Yellow Card" : null;
            add(type, side(booking, type), booking, JsonFields.object(booking, "player"), detail);
        });
        each(JsonFields.list(match, "substitutions"), change -> {
            String out = JsonFields.text(JsonFields.object(change, "playerOut"), "name");
            add(
                    "SUBSTITUTION",
                    side(change, "SUBSTITUTION"),
                    change,
                    JsonFields.object(change, "playerIn"),
                    out == null ? null : "for " + out);
        });
        found.sort(Comparator.comparing(each -> each.getMinute() == null ? Integer.MAX_VALUE : each.getMinute()));
        return found;
    }

    private void each(List<JsonNode> nodes, Reader reader) {
        for (JsonNode node : nodes) {
            try {
                if (!node.isObject()) {
                    throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an incident that is no object: " + node);
                }
                reader.read(node);
            } catch (Unusable e) {
                complaints.rejected(e.reason(), e.detail());
            }
        }
    }

    private void add(String type, String side, JsonNode node, JsonNode player, @Nullable String detail)
            throws Unusable {
        found.add(MatchEvent.newBuilder()
                .setType(type)
                .setSide(side)
                .setMinute(minute(node))
                .setPlayer(JsonFields.text(player, "name"))
                .setDetail(detail)
                .build());
    }

    /** Full minutes played: the 23rd minute is 22, the second of stoppage time after 45 is 46. */
    static @Nullable Integer minute(JsonNode node) throws Unusable {
        Integer minute = JsonFields.whole(node, "minute", 0, MOST_MINUTES);
        if (minute == null) {
            return null;
        }
        Integer stoppage = JsonFields.whole(node, node.has("injuryTime") ? "injuryTime" : "extraTime", 0, MOST_MINUTES);
        return Math.max(0, minute - 1) + (stoppage == null ? 0 : stoppage);
    }

    private String side(JsonNode node, String type) throws Unusable {
        String id = JsonFields.text(JsonFields.object(node, "team"), "id");
        if (homeId.equals(id)) {
            return "HOME";
        }
        if (awayId.equals(id)) {
            return "AWAY";
        }
        throw new Unusable(RejectReason.MISSING_TEAM, type + " of team " + id + ", which does not play");
    }

    private boolean addUp(List<JsonNode> goals, Goals board, boolean turned) {
        int home = 0;
        int away = 0;
        for (JsonNode goal : goals) {
            boolean own = OWN.equals(goal.path("type").asString(""));
            boolean ofHome = homeId.equals(goal.path("team").path("id").asString(""));
            if (ofHome ^ (own && turned)) {
                home++;
            } else {
                away++;
            }
        }
        return home == board.home() && away == board.away();
    }

    /** Whose score grew by this goal alone; null where that is not told. */
    private static @Nullable String gained(@Nullable JsonNode before, JsonNode after) {
        if (!after.path("home").canConvertToInt() || !after.path("away").canConvertToInt()) {
            return null;
        }
        int home = after.path("home").asInt()
                - (before == null ? 0 : before.path("home").asInt(0));
        int away = after.path("away").asInt()
                - (before == null ? 0 : before.path("away").asInt(0));
        return home == 1 && away == 0 ? "HOME" : home == 0 && away == 1 ? "AWAY" : null;
    }

    private static String other(String side) {
        return side.equals("HOME") ? "AWAY" : "HOME";
    }
}
