package io.touchline.alert.life;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.domain.odds.OutcomeProbabilities;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.ModelVote;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.Reason;
import io.touchline.schema.SelectionProbability;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of one match for tests, with everything that a test does not care about filled in. */
public final class Records {

    public static final String FIXTURE = "soccer:eng.1:2022-23:arsenal:wolves";
    public static final String COMPETITION = "eng.1";
    public static final Instant KICKOFF = Instant.parse("2023-05-28T15:30:00Z");
    public static final double RHO = -0.1;

    private Records() {}

    /** One bookmaker's quote of one market; odds in the market's order, 0 for none. */
    public static Quote quote(
            Instant at, String bookmaker, MarketType market, @Nullable Double line, boolean suspended, double... odds) {
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < odds.length; i++) {
            prices.add(Price.newBuilder()
                    .setSelection(market.selections().get(i).name())
                    .setBackOdds(odds[i] == 0 ? null : (Double) odds[i])
                    .build());
        }
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket(market.name())
                .setLine(line)
                .setSuspended(suspended)
                .setPrices(prices)
                .setObservedAt(at)
                .build();
    }

    public static OddsUpdate odds(Instant at, String source, boolean inPlay, Quote... quotes) {
        return OddsUpdate.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition(COMPETITION)
                .setKickoffAt(KICKOFF)
                .setInPlay(inPlay)
                .setQuotes(List.of(quotes))
                .setSource(source)
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    /** Two models that both say what the blend says. */
    public static Prediction prediction(Instant at, boolean inPlay, double home, double draw, double away) {
        return prediction(
                at, inPlay, home, draw, away, List.of(vote("elo", home, draw, away), vote("goals", home, draw, away)));
    }

    public static Prediction prediction(
            Instant at, boolean inPlay, double home, double draw, double away, List<ModelVote> votes) {
        ScoreGrid grid = ScoreGrid.fit(home, draw, away, Double.NaN, RHO);
        List<MarketProbabilities> markets = new ArrayList<>();
        markets.add(market(grid, MarketType.MATCH_RESULT, null));
        markets.add(market(grid, MarketType.DOUBLE_CHANCE, null));
        markets.add(market(grid, MarketType.ASIAN_HANDICAP, -0.25));
        markets.add(market(grid, MarketType.ASIAN_HANDICAP, 0.0));
        markets.add(market(grid, MarketType.TOTAL_GOALS, 2.25));
        markets.add(market(grid, MarketType.TOTAL_GOALS, 2.5));
        return Prediction.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition(COMPETITION)
                .setKickoffAt(KICKOFF)
                .setCutoff(inPlay ? "IN_PLAY" : "OPENING")
                .setAsOf(at)
                .setModelVersion("blend-1")
                .setHomeRate(grid.homeRate())
                .setAwayRate(grid.awayRate())
                .setRho(grid.rho())
                .setMarkets(markets)
                .setConfidence(0.7)
                .setVotes(votes)
                .setReasons(List.of(new Reason("elo.gap", 120.0, 0.08)))
                .setEmittedAt(at)
                .build();
    }

    public static ModelVote vote(String model, double home, double draw, double away) {
        return new ModelVote(model, "1", 0.5, home, draw, away);
    }

    private static MarketProbabilities market(ScoreGrid grid, MarketType market, @Nullable Double line) {
        List<SelectionProbability> selections = new ArrayList<>();
        for (Selection selection : market.selections()) {
            OutcomeProbabilities each = grid.outcomes(market, line, selection.name());
            selections.add(new SelectionProbability(
                    selection.name(), each.win(), each.halfWin(), each.push(), each.halfLoss()));
        }
        return new MarketProbabilities(market.name(), line, selections);
    }

    /** The consensus of the match result. */
    public static MarketSnapshot snapshot(Instant at, double home, double draw, double away) {
        double[] fair = {home, draw, away};
        List<FairPrice> prices = new ArrayList<>();
        for (int i = 0; i < fair.length; i++) {
            String selection = MarketType.MATCH_RESULT.selections().get(i).name();
            prices.add(new FairPrice(selection, fair[i], fair[i], 1 / fair[i], "bet365", 1 / fair[i]));
        }
        return MarketSnapshot.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition(COMPETITION)
                .setKickoffAt(KICKOFF)
                .setAsOf(at)
                .setMarkets(List.of(MarketPrices.newBuilder()
                        .setMarket("MATCH_RESULT")
                        .setMethod("shin")
                        .setPrices(prices)
                        .setOverround(0.03)
                        .setBestOverround(0.01)
                        .setBookmakers(3)
                        .setDisagreement(0.01)
                        .setObservedAt(at)
                        .build()))
                .setEmittedAt(at)
                .build();
    }

    public static MatchState state(Instant at, String status, int home, int away, int reds, @Nullable String event) {
        return MatchState.newBuilder()
                .setFixtureId(FIXTURE)
                .setStatus(status)
                .setHomeGoals(home)
                .setAwayGoals(away)
                .setHomeRed(reds)
                .setAwayRed(0)
                .setEvent(
                        event == null
                                ? null
                                : MatchEvent.newBuilder().setType(event).build())
                .setSource("scores")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    public static MatchResult result(Instant kickoff, Instant at, String status, int home, int away) {
        return MatchResult.newBuilder()
                .setFixtureId(FIXTURE)
                .setCompetition(COMPETITION)
                .setSeason("2022-23")
                .setHomeTeam("arsenal")
                .setAwayTeam("wolves")
                .setKickoffAt(kickoff)
                .setResultAt(at)
                .setStatus(status)
                .setHomeGoals(home)
                .setAwayGoals(away)
                .setHome(TeamStatistics.newBuilder().build())
                .setAway(TeamStatistics.newBuilder().build())
                .setSource("scores")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }
}
