package io.touchline.bench.inplay;

import io.touchline.bench.Measurement;
import io.touchline.bench.inplay.PricedMatches.Priced;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayForecast;
import io.touchline.domain.inplay.InPlayModel;
import io.touchline.domain.inplay.InPlayParameters;
import io.touchline.domain.inplay.Situation;
import io.touchline.domain.measure.LogLoss;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.prediction.model.inplay.InPlayContent;
import io.touchline.prediction.model.inplay.InPlayFit;
import io.touchline.prediction.model.inplay.RunningMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How right the remaining-goals model is: at minutes 0, 5 ... 90 of every match it says 1X2 from the closing odds before the match and what was seen up to the end of that minute. Walk-forward by season: what is learned comes
 * from matches before the season alone; where there are fewer than {@value #FEWEST} of them, the shipped parameters are used. Beside it the plain Poisson clock: rates from the closing 1X2 alone, spread evenly over
 * {@value #PLAIN_MINUTES} minutes, the length that suits it best.
 */
public final class InPlayBenchmark {

    private static final double GOAL = 0.735;
    private static final int FEWEST = 1_000;
    private static final double PLAIN_MINUTES = 98;
    private static final int WHOLE_EVERY = 15;

    private final Judgement ours = new Judgement();
    private final Judgement plain = new Judgement();
    private final Map<String, Judgement> bySeason = new TreeMap<>();
    private double overLoss;
    private double nextLoss;
    private double nextPlainLoss;
    private int whole;
    private int judged;

    private InPlayBenchmark() {}

    /** What was measured, and the parameters that follow from all matches. */
    @SuppressWarnings("ArrayRecordComponent") // made once, never changed
    public record Result(Measurement measurement, Map<String, Object> json, byte[] learned) {}

    /**
     * Measures.
     *
     * @param dir files of football-data.co.uk
     * @param shots lists of shots
     * @param from matches before this day teach and are not judged
     * @throws IOException where a file cannot be read
     */
    public static Result run(Path dir, Path shots, LocalDate from) throws IOException {
        TeamDirectory directory = TeamDirectory.shipped();
        ShotFiles files = ShotFiles.read(shots);
        PricedMatches matches =
                PricedMatches.join(files, dir, new HistoryReader(directory, InstantSource.system()), directory);
        if (matches.matches().isEmpty()) {
            throw new IOException("no match of " + shots + " has closing odds in " + dir);
        }
        InPlayBenchmark run = new InPlayBenchmark();
        run.walk(matches.matches(), from);
        return run.result(files, matches);
    }

    private void walk(List<Priced> matches, LocalDate from) {
        Map<String, InPlayModel> bySeasonModel = new TreeMap<>();
        for (Priced each : matches) {
            if (each.date().isBefore(from)) {
                continue;
            }
            InPlayModel model = bySeasonModel.computeIfAbsent(each.season(), season -> learnedBefore(matches, season));
            judge(model, each);
        }
    }

    private static InPlayModel learnedBefore(List<Priced> matches, String season) {
        int begins = Season.of(season).startYear();
        List<RunningMatch> before = matches.stream()
                .filter(each -> Season.of(each.season()).startYear() < begins)
                .map(Priced::match)
                .toList();
        return new InPlayModel(before.size() < FEWEST ? InPlayContent.shipped() : InPlayFit.fit(before));
    }

    private void judge(InPlayModel model, Priced each) {
        RunningMatch match = each.match();
        GoalRates rates = model.rates(match.home(), match.draw(), match.away(), match.over25());
        double factor = model.goalsFactor(rates, match.over25());
        ScoreGrid alone = ScoreGrid.fit(match.home(), match.draw(), match.away(), Double.NaN, 0);
        Judgement season = bySeason.computeIfAbsent(each.season(), s -> new Judgement());
        int outcome = match.outcome();
        judged++;
        for (int minute = 0; minute <= Judgement.LAST; minute += Judgement.STEP) {
            Situation so = match.after(minute);
            GoalClock.Remainder left = model.parameters().clock().afterRunning(minute);
            double[] said = model.result(rates, left, so);
            ours.add(minute, said, outcome);
            season.add(minute, said, outcome);
            double share = (PLAIN_MINUTES - minute) / PLAIN_MINUTES;
            plain.add(minute, plain(alone, share, so.homeGoals() - so.awayGoals()), outcome);
            if (minute % WHOLE_EVERY == 0) {
                whole(model.forecast(rates, factor, left, so), match, minute, alone);
            }
        }
    }

    /** Total goals and the next goal, at some minutes. */
    private void whole(InPlayForecast said, RunningMatch match, int minute, ScoreGrid alone) {
        int goals = match.goals(0, GoalClock.LAST) + match.goals(1, GoalClock.LAST);
        double over = said.finalScores().over(2.5);
        overLoss += LogLoss.of(goals > 2 ? over : 1 - over);
        int next = next(match, minute);
        nextLoss += LogLoss.of(new double[] {said.homeNext(), said.awayNext(), said.noneNext()}, next);
        double both = alone.homeRate() + alone.awayRate();
        double none = Math.exp(-both * (PLAIN_MINUTES - minute) / PLAIN_MINUTES);
        nextPlainLoss += LogLoss.of(
                new double[] {(1 - none) * alone.homeRate() / both, (1 - none) * alone.awayRate() / both, none}, next);
        whole++;
    }

    private static int next(RunningMatch match, int minute) {
        for (int i = minute + 1; i <= GoalClock.LAST; i++) {
            int home = match.goals()[0][i];
            int away = match.goals()[1][i];
            if (home + away > 0) {
                // two goals in one minute by different sides: the order is not told
                return home >= away ? 0 : 1;
            }
        }
        return 2;
    }

    private static double[] plain(ScoreGrid rates, double share, int lead) {
        ScoreGrid left = ScoreGrid.poisson(rates.homeRate() * share, rates.awayRate() * share);
        double[] result = new double[3];
        for (int h = 0; h < ScoreGrid.SIZE; h++) {
            for (int a = 0; a < ScoreGrid.SIZE; a++) {
                result[1 - Integer.signum(lead + h - a)] += left.score(h, a);
            }
        }
        return result;
    }

    private Result result(ShotFiles files, PricedMatches matches) {
        Measurement measurement = new Measurement(
                "inplay",
                ours.meanLoss(),
                "log loss of 1X2, mean over minutes 0, 5 ... 90",
                plain.meanLoss(),
                "a plain Poisson clock on the same matches",
                GOAL);
        InPlayParameters last =
                InPlayFit.fit(matches.matches().stream().map(Priced::match).toList());
        Map<String, Object> json = new LinkedHashMap<>(measurement.json());
        json.put("matches", judged);
        json.put("log_loss_falls", ours.falls());
        json.put("outside_0_1", ours.outside());
        json.put("log_loss_by_minute", ours.lossByMinute());
        json.put("plain_log_loss_by_minute", plain.lossByMinute());
        json.put("calibration_error", Judgement.rounded(ours.worstCalibration()));
        json.put("plain_calibration_error", Judgement.rounded(plain.worstCalibration()));
        json.put("calibration_error_by_bucket", ours.calibrationByBucket());
        json.put("plain_calibration_error_by_bucket", plain.calibrationByBucket());
        json.put("over25_log_loss", Judgement.rounded(overLoss / whole));
        json.put("next_goal_log_loss", Judgement.rounded(nextLoss / whole));
        json.put("plain_next_goal_log_loss", Judgement.rounded(nextPlainLoss / whole));
        Map<String, Object> seasons = new LinkedHashMap<>();
        bySeason.forEach((season, of) -> seasons.put(season, Judgement.rounded(of.meanLoss())));
        json.put("log_loss_by_season", seasons);
        Map<String, Object> calibrations = new LinkedHashMap<>();
        bySeason.forEach((season, of) -> calibrations.put(season, Judgement.rounded(of.worstCalibration())));
        json.put("calibration_error_by_season", calibrations);
        json.put("reliability", ours.reliability());
        json.put("spread", last.spread());
        json.put("files", files.files());
        json.put("unmatched", matches.unmatched());
        json.put("unpriced", matches.unpriced());
        json.put("goals_do_not_add_up", matches.doNotAddUp());
        json.put("unreadable_lines", files.unreadable());
        return new Result(measurement, json, InPlayContent.write(last));
    }
}
