package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Assessment;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.blend.Vote;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.market.MarketModel;
import io.touchline.prediction.train.PlayedMatch;
import io.touchline.prediction.train.WalkForward;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks through history in event-time order: trains at every moment on what was known before it, predicts every vector with the models in force at its time, bets. The walk itself is the one that trains in service, {@link WalkForward}.
 */
public final class Backtest {

    /** Name of the mean fair opening odds in the place of a model. */
    public static final String OPENING_ODDS = "opening_odds";
    /** Name of the mean fair closing odds in the place of a model. */
    public static final String CLOSING_ODDS = "closing_odds";

    /** Correlation of low scores where a grid is made of a result alone. */
    private static final double USUAL_RHO = -0.05;

    private static final double SMALLEST = 1e-4;

    private static final double TOTAL_LINE = 2.5;

    private final BacktestSettings settings;
    private final WalkForward walk;
    private final FairPrices prices;
    private final Bookkeeping bookkeeping;
    private final BaseRates baseRates = new BaseRates();
    private final List<PredictedRow> predictions = new ArrayList<>();
    private int matches;
    private int releases;

    private Backtest(BacktestSettings settings) {
        this.settings = settings;
        this.walk = new WalkForward(settings.training());
        this.prices = new FairPrices(settings.marginRemoval());
        this.bookkeeping = new Bookkeeping(settings.betting(), prices);
    }

    /** What happens at one time: a vector where there is one, else the result. */
    private record Event(Instant at, BacktestMatch match, BacktestMatch.@Nullable Vector vector) {}

    /** Runs over the matches, in whatever order they are given. */
    public static BacktestResult run(List<BacktestMatch> history, BacktestSettings settings) {
        Backtest backtest = new Backtest(settings);
        List<Event> events = new ArrayList<>();
        for (BacktestMatch match : history) {
            if (!match.date().isAfter(settings.to())) {
                events.add(new Event(match.resultAt(), match, null));
                latestByCutoff(match).values().forEach(vector -> events.add(new Event(vector.asOf(), match, vector)));
            }
        }
        // at the same time what is known of results comes last: a vector saw nothing of its own moment
        events.sort(Comparator.comparing(Event::at)
                .thenComparing(event -> event.vector() == null)
                .thenComparing(event -> event.match().fixtureId()));
        events.stream()
                .filter(event -> event.vector() != null)
                .findFirst()
                .ifPresent(first -> backtest.walk.beginAt(first.at()));
        Instant now = Instant.MIN;
        for (Event event : events) {
            if (event.at().isAfter(now)) {
                backtest.bookkeeping.place();
                now = event.at();
            }
            backtest.happen(event);
        }
        backtest.predictions.sort(
                Comparator.comparing((PredictedRow row) -> row.match().date())
                        .thenComparing(row -> row.match().fixtureId())
                        .thenComparing(PredictedRow::cutoff)
                        .thenComparing(PredictedRow::model));
        return new BacktestResult(
                settings,
                backtest.predictions,
                backtest.bookkeeping,
                backtest.matches,
                backtest.releases,
                backtest.walk.inForceAt(now));
    }

    private static Map<Cutoff, BacktestMatch.Vector> latestByCutoff(BacktestMatch match) {
        Map<Cutoff, BacktestMatch.Vector> latest = new TreeMap<>();
        for (BacktestMatch.Vector vector : match.vectors()) {
            if (vector.asOf().isBefore(match.kickoffAt()) && vector.input().cutoff() != Cutoff.IN_PLAY) {
                latest.merge(
                        vector.input().cutoff(),
                        vector,
                        (held, next) -> next.asOf().isBefore(held.asOf()) ? held : next);
            }
        }
        return latest;
    }

    private void happen(Event event) {
        BacktestMatch match = event.match();
        for (Optional<Instant> moment = walk.due(event.at()); moment.isPresent(); moment = walk.due(event.at())) {
            walk.trainAt(moment.get());
            releases++;
        }
        BacktestMatch.Vector vector = event.vector();
        if (vector == null) {
            walk.add(new PlayedMatch(
                    match.fixtureId(),
                    match.competition(),
                    match.homeTeam(),
                    match.awayTeam(),
                    match.kickoffAt(),
                    match.resultAt(),
                    match.score(),
                    match.statistics()));
            baseRates.add(match);
            bookkeeping.settle(match);
            matches += settings.covers(match.date()) && !match.vectors().isEmpty() ? 1 : 0;
            return;
        }
        MatchInput input = settings.withOdds() ? vector.input() : vector.input().withoutMarket();
        walk.add(match.fixtureId(), input, vector.asOf());
        if (settings.covers(match.date())) {
            predict(match, input, vector.asOf());
        }
    }

    private void predict(BacktestMatch match, MatchInput input, Instant asOf) {
        Cutoff cutoff = input.cutoff();
        PredictedRow usual = baseRates.forecast(match, cutoff);
        predictions.add(usual);
        odds(match, cutoff, OPENING_ODDS, match.opening(), match.averages().opening());
        if (cutoff == Cutoff.CLOSING) {
            odds(match, cutoff, CLOSING_ODDS, match.closing(), match.averages().closing());
        }
        Ensemble ensemble = walk.inForceAt(asOf);
        Optional<Assessment> assessed = ensemble.blended(input);
        if (assessed.isEmpty()) {
            return;
        }
        List<Vote> votes = assessed.get().votes();
        boolean isPriced = votes.stream().anyMatch(vote -> vote.model().equals(MarketModel.NAME));
        for (Vote vote : votes) {
            ScoreGrid grid = vote.model().equals(DixonColesModel.NAME)
                    ? ensemble.dixonColes().grid(input).orElseThrow()
                    : grid(
                            vote.forecast(),
                            isPriced && BlendWeights.knowsPrices(vote.model(), cutoff) ? Double.NaN : usual.over25());
            predictions.add(row(match, cutoff, vote.model(), vote.forecast().result(), grid));
        }
        ScoreGrid blend = assessed.get().grid();
        predictions.add(row(
                match, cutoff, Ensemble.BLEND, new double[] {blend.homeWin(), blend.draw(), blend.awayWin()}, blend));
        if (cutoff == settings.betting().at()) {
            bookkeeping.consider(match, asOf, blend);
        }
    }

    /** Named bookmakers' prices where they quote a market, else the averages; what nobody quotes follows from the rest. */
    private void odds(BacktestMatch match, Cutoff cutoff, String name, List<Quote> quotes, List<Quote> averages) {
        double[] result = prices.mean(quotes, MarketType.MATCH_RESULT, null);
        if (result != null) {
            double[] named = prices.mean(quotes, MarketType.TOTAL_GOALS, TOTAL_LINE);
            double[] totals = named == null ? prices.mean(averages, MarketType.TOTAL_GOALS, TOTAL_LINE) : named;
            double[] both = prices.mean(averages, MarketType.BOTH_TEAMS_TO_SCORE, null);
            double over = totals == null ? Double.NaN : totals[0];
            ScoreGrid grid = grid(new Forecast(result[0], result[1], result[2], over));
            predictions.add(new PredictedRow(
                    match,
                    cutoff,
                    name,
                    result[0],
                    result[1],
                    result[2],
                    totals == null ? grid.over(TOTAL_LINE) : over,
                    both == null ? grid.bothTeamsToScore() : both[0],
                    totals != null,
                    both != null));
        }
    }

    private static ScoreGrid grid(Forecast forecast) {
        return grid(forecast, Double.NaN);
    }

    /** Of a model that says nothing of goals, with as many as there usually are, or NaN where its draws may tell: those of prices do, those of a model that knows results alone are mostly noise. */
    private static ScoreGrid grid(Forecast forecast, double usualOver25) {
        double[] p = forecast.result();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.max(SMALLEST, p[i]);
            sum += p[i];
        }
        return ScoreGrid.fit(
                p[0] / sum,
                p[1] / sum,
                p[2] / sum,
                Double.isNaN(forecast.over25()) ? usualOver25 : forecast.over25(),
                USUAL_RHO);
    }

    private static PredictedRow row(BacktestMatch match, Cutoff cutoff, String model, double[] result, ScoreGrid grid) {
        return new PredictedRow(
                match, cutoff, model, result[0], result[1], result[2], grid.over(TOTAL_LINE), grid.bothTeamsToScore());
    }
}
