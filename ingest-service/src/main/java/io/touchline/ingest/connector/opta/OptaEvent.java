package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of F24 or MA3, in their numbers: types 13 to 16 are shots, 38 and 39 goals and shots whose details follow under the same id, 17 cards, 18 and 19 substitutions, 30 and 32 ends and starts of periods, 43 is deleted.
 *
 * @param periodId 1 to 4 halves, 5 shoot-out, 14 after the match, 16 before it
 * @param at when, by the vendor's clock; null where it cannot be read
 * @param version grows with every correction
 * @param modified when it was corrected last; decides where two versions are equal
 * @param qualifiers by number; empty text for one without a value
 */
record OptaEvent(
        OptaNode node,
        String id,
        String eventId,
        int typeId,
        int periodId,
        int minute,
        int second,
        @Nullable String teamId,
        @Nullable String playerId,
        @Nullable String playerName,
        @Nullable Instant at,
        double version,
        String modified,
        Map<String, String> qualifiers) {

    static final int DELETED = 43;

    private static final int GOAL = 16;
    private static final int GOAL_WITHOUT_DETAILS = 38;
    private static final int SHOT_WITHOUT_DETAILS = 39;

    /** Of an element of either format. */
    static OptaEvent of(OptaNode node) throws Unusable {
        Map<String, String> qualifiers = new HashMap<>();
        for (OptaNode qualifier : node.has("Q") ? node.all("Q") : node.all("qualifier")) {
            String number = qualifier.value("qualifier_id", "qualifierId");
            if (number != null) {
                String value = qualifier.value("value");
                qualifiers.put(number, value == null ? "" : value);
            }
        }
        String id = node.value("id");
        if (id == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without id");
        }
        OptaNode utc = node.find("TimeStamp");
        String time = utc == null ? node.value("timestamp_utc") : utc.value("utc");
        String local = node.value("timestamp", "timeStamp");
        return new OptaEvent(
                node,
                id,
                or(node.value("event_id", "eventId"), id),
                number("type_id", node.value("type_id", "typeId")),
                number("period_id", node.value("period_id", "periodId")),
                number("min", or(node.value("min", "timeMin"), "0")),
                number("sec", or(node.value("sec", "timeSec"), "0")),
                team(node.value("team_id", "contestantId")),
                team(node.value("player_id", "playerId")),
                node.value("playerName", "player_name"),
                time == null ? OptaTimes.instant(local, null) : OptaTimes.instant(time, "UTC"),
                version(node),
                or(node.value("last_modified", "lastModified"), ""),
                qualifiers);
    }

    boolean has(int qualifier) {
        return qualifiers.containsKey(Integer.toString(qualifier));
    }

    /** The value of a qualifier; null where it has none. */
    @Nullable String value(int qualifier) {
        String value = qualifiers.get(Integer.toString(qualifier));
        return value == null || value.isBlank() ? null : value;
    }

    boolean isShot() {
        return typeId >= 13 && typeId <= GOAL || typeId == GOAL_WITHOUT_DETAILS || typeId == SHOT_WITHOUT_DETAILS;
    }

    boolean isGoal() {
        return typeId == GOAL || typeId == GOAL_WITHOUT_DETAILS;
    }

    boolean isInShootOut() {
        return periodId == 5;
    }

    /** Whether it replaces another one of the same id. */
    boolean isNewerThan(OptaEvent other) {
        return version != other.version ? version > other.version : modified.compareTo(other.modified) >= 0;
    }

    private static int number(String name, @Nullable String text) throws Unusable {
        Integer number = Words.whole(name, text, 0, 1_000_000);
        if (number == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without " + name);
        }
        return number;
    }

    private static double version(OptaNode node) throws Unusable {
        OptaNode halves = node.find("version");
        if (halves != null && halves.value("hi") != null) {
            Double high = Words.number("version", halves.value("hi"));
            Double low = Words.number("version", halves.value("lo"));
            return (high == null ? 0 : high) * 4294967296.0 + (low == null ? 0 : low);
        }
        Double version = Words.number("version", node.value("version"));
        return version == null ? 0 : version;
    }

    private static @Nullable String team(@Nullable String id) {
        return id == null || id.equals("0") ? null : OptaMemory.id(id);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
