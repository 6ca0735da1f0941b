package io.touchline.platform.sportradar;

import io.touchline.domain.market.MarketType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the feed's markets in our words; numbers as in its market descriptions. Markets of a half, of corners, of players and so on are none of ours.
 *
 * @param type ours
 * @param line null for a market without one
 * @param selections our answer by the number of the outcome
 */
record UofMarket(MarketType type, @Nullable Double line, Map<String, String> selections) {

    private static final Map<String, String> THREE_WAY = Map.of("1", "HOME", "2", "DRAW", "3", "AWAY");
    private static final Map<String, String> TWO_WAY = Map.of("4", "HOME", "5", "AWAY");
    private static final Map<String, String> DOUBLE_CHANCE =
            Map.of("9", "HOME_OR_DRAW", "10", "HOME_OR_AWAY", "11", "DRAW_OR_AWAY");
    private static final Map<String, String> OVER_UNDER = Map.of("12", "OVER", "13", "UNDER");
    private static final Map<String, String> YES_NO = Map.of("74", "YES", "76", "NO");
    private static final Map<String, String> HANDICAP = Map.of("1714", "HOME", "1715", "AWAY");
    private static final Map<String, String> SCORES = scores();

    /** What a market is in a sport; null where it is none of ours. */
    static @Nullable UofMarket of(String id, String specifiers, String sport) {
        boolean football = sport.equals("soccer");
        return switch (id) {
            case "1" -> plain(MarketType.MATCH_RESULT, specifiers, THREE_WAY);
            case "10" -> football ? plain(MarketType.DOUBLE_CHANCE, specifiers, DOUBLE_CHANCE) : null;
            case "11" -> football ? plain(MarketType.DRAW_NO_BET, specifiers, TWO_WAY) : null;
            case "16" -> football ? lined(MarketType.ASIAN_HANDICAP, "hcp", specifiers, HANDICAP) : null;
            case "18" -> football ? lined(MarketType.TOTAL_GOALS, "total", specifiers, OVER_UNDER) : null;
            case "19" -> football ? lined(MarketType.HOME_TOTAL_GOALS, "total", specifiers, OVER_UNDER) : null;
            case "20" -> football ? lined(MarketType.AWAY_TOTAL_GOALS, "total", specifiers, OVER_UNDER) : null;
            case "29" -> football ? plain(MarketType.BOTH_TEAMS_TO_SCORE, specifiers, YES_NO) : null;
            case "45" -> football ? plain(MarketType.CORRECT_SCORE, specifiers, SCORES) : null;
            case "186", "219", "251", "340", "406" -> plain(MarketType.MONEY_LINE, specifiers, TWO_WAY);
            case "223", "256", "410" -> lined(MarketType.SPREAD, "hcp", specifiers, HANDICAP);
            case "225", "258", "412" -> lined(MarketType.TOTAL_POINTS, "total", specifiers, OVER_UNDER);
            default -> null;
        };
    }

    /** The sport that markets of a message are of where nothing else tells it: those with overtime or innings in their name are of their sport alone. */
    static String guessSport(Iterable<JsonNode> markets) {
        for (JsonNode market : markets) {
            switch (Tree.word(market, "id")) {
                case "251", "256", "258" -> {
                    return "baseball";
                }
                case "406", "410", "412" -> {
                    return "hockey";
                }
                case "219", "223", "225" -> {
                    return "basketball";
                }
                default -> {
                    // of several sports
                }
            }
        }
        return "soccer";
    }

    private static @Nullable UofMarket plain(MarketType type, String specifiers, Map<String, String> selections) {
        return specifiers.isEmpty() ? new UofMarket(type, null, selections) : null;
    }

    /** {@code total=2.5}; null where it stands otherwise, such as a handicap of three ways, {@code hcp=0:1}. */
    private static @Nullable UofMarket lined(
            MarketType type, String name, String specifiers, Map<String, String> selections) {
        if (!specifiers.matches(name + "=[+-]?\\d{1,3}(\\.\\d{1,3})?")) {
            return null;
        }
        double line = Double.parseDouble(specifiers.substring(name.length() + 1));
        return new UofMarket(type, line + 0.0, selections);
    }

    /** 274 is 0:0, 276 is 1:0 and so on to 4:4; 324 is any other. */
    private static Map<String, String> scores() {
        Map<String, String> scores = new LinkedHashMap<>();
        for (int away = 0; away <= 4; away++) {
            for (int home = 0; home <= 4; home++) {
                scores.put(Integer.toString(274 + 2 * (5 * away + home)), home + "-" + away);
            }
        }
        scores.put("324", "OTHER");
        return scores;
    }
}
