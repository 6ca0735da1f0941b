package io.touchline.gateway;

import io.touchline.schema.AlertOutcome;
import io.touchline.schema.ArbitrageLeg;
import io.touchline.schema.ArbitrageOffer;
import io.touchline.schema.FairPrice;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
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
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as the stages write them, all about one league on one day. */
public final class Samples {

    /** Three hours before {@link #KICKOFF}. */
    public static final Instant NOW = Instant.parse("2026-08-15T11:00:00Z");

    public static final Instant KICKOFF = Instant.parse("2026-08-15T14:00:00Z");

    /** Arsenal v Wolves. */
    public static final String MATCH = id("arsenal", "wolves");

    private Samples() {}

    public static String id(String home, String away) {
        return "soccer:eng.1:2026-27:" + home + ":" + away;
    }

    private static String part(String id, int at) {
        return id.split(":", -1)[at];
    }

    private static String title(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
    }

    public static Fixture fixture(String id, Instant kickoff, String status, Instant at) {
        return Fixture.newBuilder()
                .setFixtureId(id)
                .setSport("soccer")
                .setCompetition(part(id, 1))
                .setSeason(part(id, 2))
                .setHomeTeam(part(id, 3))
                .setAwayTeam(part(id, 4))
                .setHomeName(title(part(id, 3)))
                .setAwayName(title(part(id, 4)))
                .setKickoffAt(kickoff)
                .setStatus(status)
                .setVenue("The Ground")
                .setSource("simulator")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    public static MatchState state(String id, int minute, int home, int away, @Nullable String event, Instant at) {
        return MatchState.newBuilder()
                .setFixtureId(id)
                .setStatus("IN_PLAY")
                .setPeriod("FIRST_HALF")
                .setMinute(minute)
                .setHomeGoals(home)
                .setAwayGoals(away)
                .setEvent(
                        event == null
                                ? null
                                : MatchEvent.newBuilder()
                                        .setType(event)
                                        .setSide("HOME")
                                        .setMinute(minute)
                                        .setPlayer("Nine")
                                        .build())
                .setSource("simulator")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    public static MatchResult result(String id, Instant kickoff, int home, int away) {
        TeamStatistics none = TeamStatistics.newBuilder().setHalfTimeGoals(0).build();
        Instant at = kickoff.plus(Duration.ofHours(2));
        return MatchResult.newBuilder()
                .setFixtureId(id)
                .setCompetition(part(id, 1))
                .setSeason(part(id, 2))
                .setHomeTeam(part(id, 3))
                .setAwayTeam(part(id, 4))
                .setKickoffAt(kickoff)
                .setResultAt(at)
                .setHomeGoals(home)
                .setAwayGoals(away)
                .setHome(none)
                .setAway(none)
                .setSource("simulator")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    public static Quote quote(String bookmaker, double home, double draw, double away, Instant at) {
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket("MATCH_RESULT")
                .setPrices(List.of(price("HOME", home), price("DRAW", draw), price("AWAY", away)))
                .setObservedAt(at)
                .build();
    }

    private static Price price(String selection, double odds) {
        return Price.newBuilder().setSelection(selection).setBackOdds(odds).build();
    }

    public static OddsUpdate odds(String id, Instant kickoff, Instant at, Quote... quotes) {
        return OddsUpdate.newBuilder()
                .setFixtureId(id)
                .setCompetition(part(id, 1))
                .setKickoffAt(kickoff)
                .setQuotes(List.of(quotes))
                .setSource("simulator")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    /** Fair 0.50, 0.27, 0.23 (opening 0.48, 0.28, 0.24); best odds 2.10, 3.60, 4.20. */
    public static MarketSnapshot snapshot(String id, Instant kickoff, Instant at) {
        MarketPrices market = MarketPrices.newBuilder()
                .setMarket("MATCH_RESULT")
                .setMethod("shin")
                .setPrices(List.of(
                        fair("HOME", 0.50, 0.48, 2.10, "pinnacle"),
                        fair("DRAW", 0.27, 0.28, 3.60, "bet365"),
                        fair("AWAY", 0.23, 0.24, 4.20, "bet365")))
                .setOverround(0.045)
                .setBestOverround(-0.0079)
                .setBookmakers(2)
                .setDisagreement(0.004)
                .setObservedAt(at)
                .build();
        return MarketSnapshot.newBuilder()
                .setFixtureId(id)
                .setCompetition(part(id, 1))
                .setKickoffAt(kickoff)
                .setAsOf(at)
                .setMarkets(List.of(market))
                .setArbitrage(List.of(ArbitrageOffer.newBuilder()
                        .setMarket("MATCH_RESULT")
                        .setProfit(0.008)
                        .setLegs(List.of(ArbitrageLeg.newBuilder()
                                .setSelection("HOME")
                                .setBookmaker("pinnacle")
                                .setOdds(2.1)
                                .setStakeShare(0.48)
                                .build()))
                        .build()))
                .setEmittedAt(at)
                .build();
    }

    private static FairPrice fair(String selection, double now, double opening, double best, String bookmaker) {
        return FairPrice.newBuilder()
                .setSelection(selection)
                .setProbability(now)
                .setOpeningProbability(opening)
                .setBestOdds(best)
                .setBestBookmaker(bookmaker)
                .setMeanOdds(best - 0.1)
                .build();
    }

    private static SelectionProbability chance(String selection, double win) {
        return SelectionProbability.newBuilder()
                .setSelection(selection)
                .setWin(win)
                .build();
    }

    /** Home 0.55, draw 0.25, away 0.20: at 2.10 an edge of 0.155 on the home side. */
    public static Prediction prediction(String id, Instant kickoff, Instant at) {
        return Prediction.newBuilder()
                .setFixtureId(id)
                .setCompetition(part(id, 1))
                .setKickoffAt(kickoff)
                .setCutoff("HOURS_24")
                .setAsOf(at)
                .setModelVersion("blend-3")
                .setHomeRate(1.7)
                .setAwayRate(0.9)
                .setRho(-0.1)
                .setMarkets(List.of(MarketProbabilities.newBuilder()
                        .setMarket("MATCH_RESULT")
                        .setSelections(List.of(chance("HOME", 0.55), chance("DRAW", 0.25), chance("AWAY", 0.20)))
                        .build()))
                .setConfidence(0.7)
                .setVotes(votes())
                .setReasons(List.of(new Reason("elo_difference", 120.0, 0.08), new Reason("weather", Double.NaN, 0.0)))
                .setEmittedAt(at)
                .build();
    }

    private static List<ModelVote> votes() {
        return List.of(new ModelVote("market", "0", 0.6, 0.5, 0.27, 0.23));
    }

    public static FeatureVector vector(String id, Instant kickoff, Instant at) {
        FeatureCatalogue catalogue = FeatureCatalogue.shipped();
        List<Float> values = new ArrayList<>(Collections.nCopies(catalogue.size(), Float.NaN));
        values.set(0, 1520f);
        return FeatureVector.newBuilder()
                .setFixtureId(id)
                .setCompetition(part(id, 1))
                .setSeason(part(id, 2))
                .setHomeTeam(part(id, 3))
                .setAwayTeam(part(id, 4))
                .setKickoffAt(kickoff)
                .setCutoff("HOURS_24")
                .setAsOf(at)
                .setCatalogueVersion(catalogue.version())
                .setValues(values)
                .setEmittedAt(at)
                .build();
    }

    public static ValueAlert alert(String alertId, String id, String state, int sequence, double edge, Instant at) {
        boolean graded = state.equals("GRADED");
        return ValueAlert.newBuilder()
                .setAlertId(alertId)
                .setState(state)
                .setSequence(sequence)
                .setAt(at)
                .setCloseReason(graded || state.equals("CLOSED") ? "KICKOFF" : null)
                .setFixtureId(id)
                .setCompetition(part(id, 1))
                .setKickoffAt(KICKOFF)
                .setMarket("MATCH_RESULT")
                .setSelection("HOME")
                .setBookmaker("pinnacle")
                .setSource("simulator")
                .setOdds(2.1)
                .setOpeningOdds(2.1)
                .setPriceObservedAt(at)
                .setPriceAgeMillis(250)
                .setProbability(0.55)
                .setFairProbabilities(List.of(chance("HOME", 0.55), chance("DRAW", 0.25), chance("AWAY", 0.20)))
                .setMarketProbability(0.5)
                .setEdge(edge)
                .setStake(0.0175)
                .setConfidence(0.7)
                .setModelVersion("blend-3")
                .setVotes(votes())
                .setReasons(List.of(new Reason("elo_difference", 120.0, 0.08)))
                .setExpiresAt(KICKOFF)
                .setResult(graded ? "WON" : null)
                .setProfit(graded ? 1.1 : null)
                .setClosingFairProbability(graded ? 0.52 : null)
                .setClv(graded ? 0.092 : null)
                .setEmittedAt(at)
                .build();
    }

    public static AlertOutcome outcome(
            String alertId, String competition, String market, String result, double profit, @Nullable Double clv) {
        return AlertOutcome.newBuilder()
                .setAlertId(alertId)
                .setFixtureId(MATCH)
                .setCompetition(competition)
                .setMarket(market)
                .setSelection("HOME")
                .setBookmaker("pinnacle")
                .setOpenedAt(NOW)
                .setGradedAt(KICKOFF.plus(Duration.ofHours(2)))
                .setOdds(2.1)
                .setProbability(0.55)
                .setEdge(0.1)
                .setStake(0.02)
                .setResult(result)
                .setProfit(profit)
                .setClosingFairProbability(clv == null ? null : 0.5)
                .setClv(clv)
                .setEmittedAt(NOW)
                .build();
    }
}
