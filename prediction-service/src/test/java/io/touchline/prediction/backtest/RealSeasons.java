package io.touchline.prediction.backtest;

import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.rating.EloRating;
import io.touchline.platform.footballdata.HistoryPrices;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.schema.Quote;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches of real seasons as the backtest takes them. Ratings and consensus are computed here in a few lines, so that this module's models can be tried without the services before it.
 */
public final class RealSeasons {

    private final EloRating elo = EloRating.standard();
    private final Map<String, Double> ratings = new HashMap<>();
    private final FairPrices prices = new FairPrices(MarginRemovals.of("odds_ratio"));

    public static List<BacktestMatch> read(Instant now, List<String> names) throws IOException {
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), () -> now);
        List<HistoryRow> rows = new ArrayList<>();
        for (String name : names) {
            Path file = SharedData.path("football-data/" + name + ".csv");
            if (Files.isReadable(file)) {
                rows.addAll(reader.read(file).rows());
            }
        }
        rows.sort(Comparator.comparing(HistoryRow::kickoffAt)
                .thenComparing(row -> row.fixtureId().value()));
        RealSeasons seasons = new RealSeasons();
        // opening vectors must not see results of the days after them: take each rating as of its time
        return seasons.matches(rows);
    }

    private record Rated(Instant at, String team, double rating) {}

    private List<BacktestMatch> matches(List<HistoryRow> rows) {
        Map<String, List<Rated>> history = new HashMap<>();
        List<BacktestMatch> matches = new ArrayList<>();
        for (HistoryRow row : rows) {
            List<Quote> opening = HistoryPrices.opening(row, fault -> {});
            List<Quote> closing = HistoryPrices.closing(row, fault -> {});
            List<BacktestMatch.Vector> vectors = new ArrayList<>();
            if (!opening.isEmpty()) {
                vectors.add(vector(row, Cutoff.OPENING, opening, row.openingAt(), history));
            }
            if (!closing.isEmpty()) {
                vectors.add(vector(row, Cutoff.CLOSING, closing, row.closingAt(), history));
            }
            matches.add(new BacktestMatch(
                    row.fixtureId().value(),
                    row.competition().source(),
                    row.competition().code(),
                    row.season().label(),
                    row.date(),
                    row.homeName(),
                    row.awayName(),
                    row.home().value(),
                    row.away().value(),
                    row.kickoffAt(),
                    row.resultAt(),
                    row.score(),
                    MatchStatistics.UNKNOWN,
                    opening,
                    closing,
                    vectors,
                    BacktestMatch.Averages.NONE));
            String home = row.competition().association() + row.home();
            String away = row.competition().association() + row.away();
            EloRating.Pair after = elo.updated(
                    ratings.getOrDefault(home, EloRating.START),
                    ratings.getOrDefault(away, EloRating.START),
                    row.score());
            ratings.put(home, after.home());
            ratings.put(away, after.away());
            history.computeIfAbsent(home, t -> new ArrayList<>()).add(new Rated(row.resultAt(), home, after.home()));
            history.computeIfAbsent(away, t -> new ArrayList<>()).add(new Rated(row.resultAt(), away, after.away()));
        }
        return matches;
    }

    private BacktestMatch.Vector vector(
            HistoryRow row, Cutoff cutoff, List<Quote> quotes, Instant at, Map<String, List<Rated>> history) {
        double[] result = prices.mean(quotes, MarketType.MATCH_RESULT, null);
        double[] totals = prices.mean(quotes, MarketType.TOTAL_GOALS, 2.5);
        String association = row.competition().association();
        double difference = rating(history, association + row.home(), at)
                + elo.homeAdvantage()
                - rating(history, association + row.away(), at);
        return new BacktestMatch.Vector(
                new MatchInput(
                        row.competition().code(),
                        row.home().value(),
                        row.away().value(),
                        cutoff,
                        difference,
                        result == null ? Double.NaN : result[0],
                        result == null ? Double.NaN : result[1],
                        result == null ? Double.NaN : result[2],
                        totals == null ? Double.NaN : totals[0]),
                at);
    }

    private static double rating(Map<String, List<Rated>> history, String team, Instant at) {
        List<Rated> rated = history.getOrDefault(team, List.of());
        for (int i = rated.size() - 1; i >= 0; i--) {
            if (!rated.get(i).at().isAfter(at)) {
                return rated.get(i).rating();
            }
        }
        return EloRating.START;
    }
}
