package io.touchline.ingest.connector.mlb;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a game stands, in our words. The coded state decides before the abstract one, which calls a postponed game final and a warm-up live. A suspended game goes on another
 * day and counts as running.
 *
 * @param status SCHEDULED, IN_PLAY, FINISHED, POSTPONED or CANCELLED
 * @param begun whether a score means something
 * @param timeKnown false where the first pitch has no time yet
 */
record MlbPhase(String status, boolean begun, boolean timeKnown) {

    static MlbPhase of(JsonNode status) throws Unusable {
        String coded = JsonFields.text(status, "codedGameState");
        String state = JsonFields.text(status, "abstractGameState");
        if (coded == null && state == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no status");
        }
        boolean known = !JsonFields.isSet(status, "startTimeTBD");
        String decided = decided(coded == null ? "" : coded, JsonFields.text(status, "detailedState"));
        if (decided == null) {
            decided = switch (state == null ? "" : state) {
                case "Preview" -> "SCHEDULED";
                case "Live" -> "IN_PLAY";
                case "Final" -> "FINISHED";
                default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "game state " + coded + ' ' + state);
            };
        }
        return new MlbPhase(decided, decided.equals("IN_PLAY") || decided.equals("FINISHED"), known);
    }

    private static @Nullable String decided(String coded, @Nullable String detailed) {
        String words = detailed == null ? "" : detailed;
        if (coded.equals("D") || words.startsWith("Postponed")) {
            return "POSTPONED";
        }
        if (coded.equals("C") || words.startsWith("Cancel")) {
            return "CANCELLED";
        }
        return switch (coded) {
            case "S", "P" -> "SCHEDULED";
            case "U", "T" -> "IN_PLAY";
            default -> null;
        };
    }
}
