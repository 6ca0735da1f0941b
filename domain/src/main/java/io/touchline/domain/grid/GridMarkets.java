package io.touchline.domain.grid;

import io.touchline.domain.grid.GridMarket.GridSelection;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.domain.odds.OutcomeProbabilities;
import java.util.ArrayList;
import java.util.List;

/**
 * The markets that a grid is asked for: result, double chance, draw no bet, both teams to score, total goals 0.5 to 6.5 and Asian
 * handicap −3 to +3 in quarters, goals of one team 0.5 to 4.5 in halves, correct scores up to 5-5.
 */
final class GridMarkets {

    private static final double QUARTER = 0.25;
    private static final int HIGHEST_SCORE = 5;

    private record Listed(MarketType market, double line) {}

    private static final List<Listed> LISTED = listed();
    private static final List<List<String>> SCORES = scores();

    private GridMarkets() {}

    static List<GridMarket> list(ScoreGrid grid) {
        List<GridMarket> markets = new ArrayList<>(LISTED.size() + 1);
        for (Listed listed : LISTED) {
            MarketType market = listed.market();
            List<GridSelection> selections = new ArrayList<>(3);
            for (Selection selection : market.selections()) {
                selections.add(new GridSelection(selection.name(), grid.outcomes(market, listed.line(), selection)));
            }
            markets.add(new GridMarket(market, market.hasLine() ? listed.line() : null, selections));
        }
        markets.add(correctScores(grid));
        return List.copyOf(markets);
    }

    private static GridMarket correctScores(ScoreGrid grid) {
        List<GridSelection> selections = new ArrayList<>();
        for (int home = 0; home <= HIGHEST_SCORE; home++) {
            for (int away = 0; away <= HIGHEST_SCORE; away++) {
                selections.add(new GridSelection(
                        SCORES.get(home).get(away), OutcomeProbabilities.ofWin(grid.score(home, away))));
            }
        }
        return new GridMarket(MarketType.CORRECT_SCORE, null, selections);
    }

    private static List<Listed> listed() {
        List<Listed> listed = new ArrayList<>();
        listed.add(new Listed(MarketType.MATCH_RESULT, 0));
        listed.add(new Listed(MarketType.DOUBLE_CHANCE, 0));
        listed.add(new Listed(MarketType.DRAW_NO_BET, 0));
        listed.add(new Listed(MarketType.BOTH_TEAMS_TO_SCORE, 0));
        for (double line = 0.5; line <= 6.5; line += QUARTER) {
            listed.add(new Listed(MarketType.TOTAL_GOALS, line));
        }
        for (double line = -3; line <= 3; line += QUARTER) {
            listed.add(new Listed(MarketType.ASIAN_HANDICAP, line));
        }
        for (MarketType team : List.of(MarketType.HOME_TOTAL_GOALS, MarketType.AWAY_TOTAL_GOALS)) {
            for (double line = 0.5; line <= 4.5; line += 1) {
                listed.add(new Listed(team, line));
            }
        }
        return List.copyOf(listed);
    }

    private static List<List<String>> scores() {
        List<List<String>> scores = new ArrayList<>();
        for (int home = 0; home <= HIGHEST_SCORE; home++) {
            List<String> row = new ArrayList<>();
            for (int away = 0; away <= HIGHEST_SCORE; away++) {
                row.add(home + "-" + away);
            }
            scores.add(List.copyOf(row));
        }
        return List.copyOf(scores);
    }
}
