package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The names of outcomes in one event: the teams as the event writes them, Draw, Over and Under, Yes and No, and two of the three joined.
 *
 * @param sport ours
 * @param home the home side in their words
 * @param away the away side in their words
 */
record OddsApiSelections(String sport, String home, String away) {

    private static final List<String> JOINTS = List.of(" or ", "/", " / ", " & ", " and ");

    /** One answer of ours. */
    record Answer(MarketType market, String selection) {}

    /** Whether a head-to-head market names the draw. */
    boolean hasDraw(JsonNode market) {
        String key = OddsApiFormat.text(market.path("key"));
        if (!key.equals("h2h") && !key.equals("h2h_lay")) {
            return false;
        }
        for (JsonNode outcome : market.path("outcomes")) {
            if (isDraw(OddsApiFormat.text(outcome.path("name")))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What an outcome's name means.
     *
     * @param description whose total it is; empty where the market has none
     */
    Optional<Answer> find(OddsApiMarket market, String name, String description) {
        return switch (market.kind()) {
            case THREE_WAY -> answer(MarketType.MATCH_RESULT, isDraw(name) ? Optional.of(Selection.DRAW) : side(name));
            case TWO_WAY -> answer(MarketType.MONEY_LINE, side(name));
            case DRAW_NO_BET -> answer(MarketType.DRAW_NO_BET, side(name));
            case HANDICAP -> answer(MarketType.ASIAN_HANDICAP, side(name));
            case POINTS_HANDICAP -> answer(MarketType.SPREAD, side(name));
            case GOALS -> answer(MarketType.TOTAL_GOALS, overUnder(name));
            case POINTS -> answer(MarketType.TOTAL_POINTS, overUnder(name));
            case TEAM_GOALS ->
                side(description)
                        .flatMap(team -> answer(
                                team == Selection.HOME ? MarketType.HOME_TOTAL_GOALS : MarketType.AWAY_TOTAL_GOALS,
                                overUnder(name)));
            case BOTH_SCORE -> answer(MarketType.BOTH_TEAMS_TO_SCORE, yesNo(name));
            case DOUBLE_CHANCE -> answer(MarketType.DOUBLE_CHANCE, twoOfThree(name));
        };
    }

    private static Optional<Answer> answer(MarketType market, Optional<Selection> selection) {
        return selection.map(each -> new Answer(market, each.name()));
    }

    private Optional<Selection> side(String name) {
        if (name.equals(home)) {
            return Optional.of(Selection.HOME);
        }
        return name.equals(away) ? Optional.of(Selection.AWAY) : Optional.empty();
    }

    private static boolean isDraw(String name) {
        return name.equalsIgnoreCase("Draw") || name.equalsIgnoreCase("Tie");
    }

    private static Optional<Selection> overUnder(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "over" -> Optional.of(Selection.OVER);
            case "under" -> Optional.of(Selection.UNDER);
            default -> Optional.empty();
        };
    }

    private static Optional<Selection> yesNo(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "yes" -> Optional.of(Selection.YES);
            case "no" -> Optional.of(Selection.NO);
            default -> Optional.empty();
        };
    }

    /** {@code Arsenal or Draw}; also with Home and Away for the teams. */
    private Optional<Selection> twoOfThree(String name) {
        if (joined(name, List.of(home, "Home"), List.of("Draw", "Tie"))) {
            return Optional.of(Selection.HOME_OR_DRAW);
        } else if (joined(name, List.of(away, "Away"), List.of("Draw", "Tie"))) {
            return Optional.of(Selection.DRAW_OR_AWAY);
        }
        return joined(name, List.of(home, "Home"), List.of(away, "Away"))
                ? Optional.of(Selection.HOME_OR_AWAY)
                : Optional.empty();
    }

    private static boolean joined(String name, List<String> ones, List<String> others) {
        return JOINTS.stream()
                .anyMatch(joint -> ones.stream()
                        .anyMatch(one -> others.stream()
                                .anyMatch(other -> name.equalsIgnoreCase(one + joint + other)
                                        || name.equalsIgnoreCase(other + joint + one))));
    }
}
