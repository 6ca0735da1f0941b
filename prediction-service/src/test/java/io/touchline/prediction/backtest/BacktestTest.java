package io.touchline.prediction.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.stake.KellySettings;
import io.touchline.prediction.SampleSeason;
import io.touchline.prediction.SampleSeason.Sample;
import io.touchline.prediction.backtest.report.BacktestFiles;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.prediction.train.TrainingSettings;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestTest {

    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 6, 30);

    private static final BacktestSettings SETTINGS = new BacktestSettings(
            FROM,
            TO,
            true,
            new TrainingSettings(
                    Duration.ofDays(7),
                    Duration.ofDays(1461),
                    new DixonColesSettings(390, 5, true),
                    40,
                    500,
                    200,
                    Duration.ofDays(28),
                    0.005),
            BettingRules.standard(),
            MarginRemovals.of("odds_ratio"));

    @Test
    void files_haveTheirColumnsAndRows(@TempDir Path folder) throws IOException {
        BacktestResult result = Backtest.run(season(1), SETTINGS);
        BacktestFiles.write(result, folder);
        List<String> predictions = Files.readAllLines(folder.resolve("predictions.csv"));
        assertThat(predictions.getFirst())
                .isEqualTo(
                        "fixture_id,division,season,date,home_team,away_team,cutoff,model,p_home,p_draw,p_away,p_over25,p_btts");
        // base rates, opening odds, market, elo, ratings by odds, goals, blend at the opening, closing odds too at the
        // close
        assertThat(predictions).hasSize(1 + result.matches() * 15);
        assertThat(result.predictionCount()).isEqualTo(predictions.size() - 1);
        assertThat(predictions.get(1)).contains(",\"Team, 0");
        assertThat(Files.readAllLines(folder.resolve("bets.csv")).getFirst())
                .isEqualTo(
                        "placed_at,fixture_id,division,date,home_team,away_team,market,line,selection,bookmaker,odds,probability,edge,stake,closing_fair_probability,clv,result,profit,bankroll");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
        assertThat(json.get("matches").asInt()).isEqualTo(result.matches());
        assertThat(json.get("betting").get("bets").asInt()).isEqualTo(result.betCount());
        assertThat(json.get("models").size()).isEqualTo(15);
        assertThat(json.get("models").get(0).get("log_loss").get("count").asInt())
                .isEqualTo(result.matches());
        assertThat(json.get("betting").get("by").get("odds").size()).isPositive();
        assertThat(json.get("betting").get("flat_yield").get("lower").asDouble())
                .isLessThan(json.get("betting").get("flat_yield").get("upper").asDouble());
        assertThat(new String(Files.readAllBytes(folder.resolve("report.pdf")), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .contains("<svg", "closing_odds", "opening_odds", "base_rates", "closing-line value", "Bankroll");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://", "<script src");
    }

    @Test
    void probabilities_areWholeAndInside() {
        BacktestResult result = Backtest.run(season(2), SETTINGS);
        assertThat(result.predictions()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.home() + row.draw() + row.away()).isCloseTo(1, within(1e-9));
            assertThat(row.over25()).isBetween(0.0, 1.0);
            assertThat(row.btts()).isBetween(0.0, 1.0);
            assertThat(row.match().date()).isBetween(FROM, TO);
        });
    }

    @Test
    void future_changesNothing() {
        List<BacktestMatch> whole = season(3);
        LocalDate cut = LocalDate.of(2022, 3, 31);
        List<BacktestMatch> past =
                whole.stream().filter(match -> !match.date().isAfter(cut)).toList();
        List<PredictedRow> withFuture = Backtest.run(whole, SETTINGS).predictions().stream()
                .filter(row -> !row.match().date().isAfter(cut))
                .toList();
        assertThat(Backtest.run(past, SETTINGS).predictions()).isEqualTo(withFuture);
    }

    @Test
    void orderOfInput_changesNothing() {
        List<BacktestMatch> shuffled = new ArrayList<>(season(4));
        Collections.shuffle(shuffled, new Random(1));
        BacktestResult one = Backtest.run(season(4), SETTINGS);
        BacktestResult other = Backtest.run(shuffled, SETTINGS);
        assertThat(other.predictions()).isEqualTo(one.predictions());
        assertThat(other.bets())
                .extracting(SettledBet::bankroll)
                .isEqualTo(one.bets().stream().map(SettledBet::bankroll).toList());
        assertThat(one.releases()).isGreaterThan(20);
        assertThat(one.last().version()).startsWith("2022-");
    }

    @Test
    void bets_keepTheirRules() {
        BacktestResult result = Backtest.run(season(5), SETTINGS);
        assertThat(result.bets()).hasSizeGreaterThan(10);
        double bankroll = 1;
        for (SettledBet settled : result.bets()) {
            Bet bet = settled.bet();
            assertThat(bet.edge()).isGreaterThan(0.042).isCloseTo(bet.probability() * bet.odds() - 1, within(1e-12));
            assertThat(bet.stake()).isBetween(0.0, 0.05);
            assertThat(bet.clv()).isCloseTo(bet.odds() * bet.closingFairProbability() - 1, within(1e-12));
            assertThat(settled.profit())
                    .isCloseTo(bet.staked() * settled.outcome().profit(bet.odds()), within(1e-12));
            bankroll += settled.profit();
            assertThat(settled.bankroll()).isCloseTo(bankroll, within(1e-9));
            double open = result.bets().stream()
                    .filter(other -> !other.bet().placedAt().isAfter(bet.placedAt())
                            && other.bet().match().resultAt().isAfter(bet.placedAt()))
                    .mapToDouble(other -> other.bet().stake())
                    .sum();
            assertThat(open).isLessThan(0.151);
        }
    }

    @Test
    void withoutOdds_noModelSeesTheMarket() {
        BacktestResult result = Backtest.run(season(6), SETTINGS.withoutOdds());
        assertThat(result.predictions())
                .extracting(PredictedRow::model)
                .contains("blend", "elo", "dixon_coles", "opening_odds", "closing_odds")
                .doesNotContain("market");
    }

    @Test
    void closingOdds_onlyAtTheClose() {
        assertThat(Backtest.run(season(7), SETTINGS).predictions())
                .filteredOn(row -> row.model().equals("closing_odds"))
                .isNotEmpty()
                .allMatch(row -> row.cutoff() == Cutoff.CLOSING);
    }

    @Test
    void fairPrices_ofTheSharpestOrTheMean() {
        FairPrices prices = new FairPrices(MarginRemovals.of("multiplicative"));
        List<Quote> quotes = List.of(quote("pinnacle", 1.9, 4.0, 4.4), quote("soft", 1.8, 3.8, 4.2));
        double[] pinnacle = MarginRemovals.of("multiplicative").fairProbabilities(new double[] {1.9, 4.0, 4.4});
        double[] soft = MarginRemovals.of("multiplicative").fairProbabilities(new double[] {1.8, 3.8, 4.2});
        assertThat(prices.sharpest(quotes, MarketType.MATCH_RESULT, null)).isEqualTo(pinnacle);
        assertThat(prices.mean(quotes, MarketType.MATCH_RESULT, null)[0])
                .isCloseTo((pinnacle[0] + soft[0]) / 2, within(1e-12));
        assertThat(prices.sharpest(quotes.subList(1, 2), MarketType.MATCH_RESULT, null))
                .isEqualTo(soft);
        assertThat(prices.mean(quotes, MarketType.TOTAL_GOALS, 2.5)).isNull();
    }

    @Test
    void settings_defaults() {
        BacktestSettings standard = BacktestSettings.standard(FROM, TO);
        assertThat(standard.betting().minimumEdge()).isEqualTo(0.042);
        assertThat(standard.betting().kelly()).isEqualTo(new KellySettings(0.125, 0.05, 0.15));
        assertThat(standard.marginRemoval().name()).isEqualTo("odds_ratio");
        assertThat(standard.withOdds()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> BacktestSettings.standard(TO, FROM));
    }

    /** A sample season with prices that stray from the vectors' consensus, so that there is something to bet on. */
    private static List<BacktestMatch> season(long seed) {
        Random random = new Random(seed);
        List<BacktestMatch> matches = new ArrayList<>();
        for (Sample sample : SampleSeason.weekends(45, seed)) {
            MatchResult result = sample.result();
            List<BacktestMatch.Vector> vectors =
                    sample.vectors().stream().map(BacktestMatch.Vector::of).toList();
            Instant openedAt = vectors.getFirst().asOf();
            double home = vectors.getFirst().input().marketHome();
            double draw = vectors.getFirst().input().marketDraw();
            List<Quote> opening = new ArrayList<>();
            for (String bookmaker : List.of("pinnacle", "soft")) {
                double stray = Math.exp(0.08 * random.nextGaussian());
                opening.add(at(
                        quote(bookmaker, stray / home / 1.03, 1 / draw / 1.03, 1 / (1 - home - draw) / 1.03),
                        openedAt));
            }
            List<Quote> closing = List.of(at(
                    quote("pinnacle", 1 / home / 1.02, 1 / draw / 1.02, 1 / (1 - home - draw) / 1.02),
                    vectors.getLast().asOf()));
            matches.add(new BacktestMatch(
                    result.getFixtureId(),
                    "E0",
                    result.getCompetition(),
                    result.getSeason(),
                    result.getKickoffAt().atZone(ZoneOffset.UTC).toLocalDate(),
                    result.getHomeTeam().replace("team-", "Team, "),
                    result.getAwayTeam().replace("team-", "Team, "),
                    result.getHomeTeam(),
                    result.getAwayTeam(),
                    result.getKickoffAt(),
                    result.getResultAt(),
                    new Score(result.getHomeGoals(), result.getAwayGoals()),
                    MatchStatistics.UNKNOWN,
                    opening,
                    closing,
                    vectors,
                    BacktestMatch.Averages.NONE));
        }
        return matches;
    }

    private static Quote quote(String bookmaker, double home, double draw, double away) {
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket("MATCH_RESULT")
                .setPrices(List.of(
                        new Price("HOME", Math.max(1.01, home), null, null, null),
                        new Price("DRAW", Math.max(1.01, draw), null, null, null),
                        new Price("AWAY", Math.max(1.01, away), null, null, null)))
                .setObservedAt(Instant.EPOCH)
                .build();
    }

    private static Quote at(Quote quote, Instant time) {
        quote.setObservedAt(time);
        return quote;
    }
}
