package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The scores of one {@code sport_event_status}.
 *
 * @param board goals now, shoot-outs not counted; null where not told
 * @param half goals at half time; null where not told, or not yet over
 * @param regular goals of the two halves; null where not told
 */
record MatchScores(
        @Nullable Goals board,
        @Nullable Goals half,
        @Nullable Goals regular) {

    private static final int MOST = 999;

    static MatchScores read(JsonNode status) throws Unusable {
        Goals board = goals(status, "home_score", "away_score");
        Goals regular = goals(status, "home_normaltime_score", "away_normaltime_score");
        Goals first = null;
        Goals second = null;
        Goals played = null;
        boolean shootOut = false;
        for (JsonNode period : Tree.items(status, "period_scores", "period_score")) {
            Goals goals = goals(period, "home_score", "away_score");
            if (goals == null) {
                continue;
            }
            if (isShootOut(period)) {
                shootOut = true;
                continue;
            }
            played = played == null ? goals : plus(played, goals);
            String number = Tree.word(period, "number");
            boolean half = isHalf(period);
            if (half && number.equals("1")) {
                first = goals;
            } else if (half && number.equals("2")) {
                second = goals;
            }
        }
        if (regular == null && first != null && second != null) {
            regular = plus(first, second);
        }
        return new MatchScores(shootOut && played != null ? played : board, second == null ? null : first, regular);
    }

    private static boolean isShootOut(JsonNode period) {
        String code = Tree.word(period, "match_status_code");
        return Tree.word(period, "type").contains("penalt") || "PENALTIES".equals(MatchWords.period(code));
    }

    private static boolean isHalf(JsonNode period) {
        String type = Tree.word(period, "type");
        String code = Tree.word(period, "match_status_code");
        return type.equals("regular_period")
                || code.equals("6")
                || code.equals("7")
                || (type.isEmpty() && code.isEmpty());
    }

    private static Goals plus(Goals one, Goals other) {
        return new Goals(one.home() + other.home(), one.away() + other.away());
    }

    private static @Nullable Goals goals(JsonNode node, String home, String away) throws Unusable {
        Integer ours = JsonFields.whole(node, home, 0, MOST);
        Integer theirs = JsonFields.whole(node, away, 0, MOST);
        return ours == null || theirs == null ? null : new Goals(ours, theirs);
    }
}
