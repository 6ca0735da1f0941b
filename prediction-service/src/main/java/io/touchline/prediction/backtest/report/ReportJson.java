package io.touchline.prediction.backtest.report;

import io.touchline.domain.measure.CalibrationError;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BettingRules;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as {@code report.json}: the same figures as the page, every one with its count. */
final class ReportJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final List<String> OUTCOMES = List.of("home", "draw", "away");

    private ReportJson() {}

    static String write(BacktestResult result, BacktestReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", result.settings().from().toString());
        json.put("to", result.settings().to().toString());
        json.put("with_odds", result.settings().withOdds());
        json.put("margin_removal", result.settings().marginRemoval().name());
        json.put("matches", result.matches());
        json.put("releases", result.releases());
        json.put("predictions", result.predictionCount());
        json.put("weights_at_the_end", result.last().weights().byCutoff());
        json.put("models", models(report.all()));
        json.put("models_on_common_matches", models(report.common()));
        Map<String, @Nullable Object> divisions = new LinkedHashMap<>();
        report.byDivision().forEach((division, measures) -> divisions.put(division, models(measures)));
        json.put("models_by_division", divisions);
        json.put("betting", betting(result, report));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, @Nullable Object> betting(BacktestResult result, BacktestReport report) {
        BettingRules rules = result.settings().betting();
        Map<String, @Nullable Object> betting = new LinkedHashMap<>();
        betting.put("strategy", rules.strategy().name());
        betting.put("prices", rules.at().name());
        betting.put("bookmakers", rules.bookmakers().stream().sorted().toList());
        betting.put("minimum_edge", rules.minimumEdge());
        betting.put("staking", rules.staking().name());
        betting.put("kelly_multiplier", rules.kelly().multiplier());
        betting.put("maximum_stake", rules.kelly().maximumStake());
        betting.put("maximum_exposure", rules.kelly().maximumExposure());
        betting.put("flat_stake", rules.flatStake());
        betting.put("limit", number(rules.limit()));
        betting.put("commission", new TreeMap<>(rules.commission()));
        betting.put("delay", rules.delay().toString());
        betting.put("seed", rules.seed());
        betting.put(
                "bankroll",
                result.bets().isEmpty() ? 1 : result.bets().getLast().bankroll());
        betting.put("missed", result.missed());
        betting.putAll(bets(report.bets()));
        Map<String, @Nullable Object> random = new LinkedHashMap<>();
        random.put("flat_yield", interval(report.random().flatYield()));
        random.put("as_good", number(report.random().asGood()));
        betting.put("random_bets_of_the_same_odds", random);
        Map<String, @Nullable Object> segments = new LinkedHashMap<>();
        report.segments().forEach((kind, byName) -> {
            Map<String, @Nullable Object> measured = new LinkedHashMap<>();
            byName.forEach((name, measures) -> measured.put(name, bets(measures)));
            segments.put(kind, measured);
        });
        betting.put("by", segments);
        return betting;
    }

    /** Figures of some bets, each with its interval. */
    static Map<String, @Nullable Object> bets(BetMeasures bets) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("bets", bets.bets());
        json.put("staked", number(bets.staked()));
        json.put("profit", number(bets.profit()));
        json.put("roi", interval(bets.roi()));
        json.put("hit_rate", interval(bets.hitRate()));
        json.put("yield", interval(bets.yield()));
        json.put("flat_yield", interval(bets.flatYield()));
        json.put("no_knowledge_yield", number(bets.noKnowledge()));
        json.put("clv", interval(bets.clv()));
        json.put("profit_factor", interval(bets.profitFactor()));
        json.put("sharpe", interval(bets.sharpe()));
        json.put("drawdown", interval(bets.drawdown()));
        json.put("winning_streak", interval(bets.winningStreak()));
        json.put("losing_streak", interval(bets.losingStreak()));
        json.put("bets_still_needed", bets.betsStillNeeded() < 0 ? null : bets.betsStillNeeded());
        json.put(
                "bets_still_needed_for_yield",
                bets.betsStillNeededForYield() < 0 ? null : bets.betsStillNeededForYield());
        return json;
    }

    private static List<Map<String, @Nullable Object>> models(List<ModelMeasures> measures) {
        List<Map<String, @Nullable Object>> models = new ArrayList<>();
        for (ModelMeasures each : measures) {
            Map<String, @Nullable Object> model = new LinkedHashMap<>();
            model.put("cutoff", each.cutoff().name());
            model.put("model", each.model());
            model.put("matches", each.logLoss().count());
            model.put("log_loss", interval(each.logLoss()));
            model.put("brier", number(each.brier()));
            model.put("rps", number(each.rps()));
            model.put("calibration_error", number(each.calibrationError()));
            model.put("accuracy", interval(each.accuracy()));
            model.put("over25_log_loss", number(each.over25().logLoss().estimate()));
            model.put("btts_log_loss", number(each.bothScore().logLoss().estimate()));
            model.put("over25", market(each.over25()));
            model.put("btts", market(each.bothScore()));
            model.put("log_loss_minus_closing_odds", interval(each.againstClosing()));
            model.put("confusion", each.confusion().counts());
            Map<String, @Nullable Object> decisions = new LinkedHashMap<>();
            for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("precision", number(each.confusion().precision(outcome)));
                one.put("recall", number(each.confusion().recall(outcome)));
                one.put("f1", number(each.confusion().f1(outcome)));
                one.put("auc", number(each.confusion().auc(outcome)));
                decisions.put(OUTCOMES.get(outcome), one);
            }
            model.put("by_outcome", decisions);
            List<Map<String, @Nullable Object>> bins = new ArrayList<>();
            for (CalibrationError.Bin bin : each.reliability()) {
                Map<String, @Nullable Object> point = new LinkedHashMap<>();
                point.put("forecast", number(bin.forecast()));
                point.put("frequency", interval(bin.frequency()));
                bins.add(point);
            }
            model.put("reliability", bins);
            models.add(model);
        }
        return models;
    }

    private static Map<String, @Nullable Object> market(MarketMeasure measure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("log_loss", interval(measure.logLoss()));
        json.put("closing_odds_log_loss", number(measure.closing()));
        json.put("log_loss_minus_closing_odds", interval(measure.againstClosing()));
        return json;
    }

    /** What the blend says at each cut-off, in the few figures that a command prints. */
    static Map<String, @Nullable Object> blend(BacktestReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (ModelMeasures each : report.all()) {
            if (each.model().equals(Ensemble.BLEND)) {
                String at = each.cutoff().name().toLowerCase(Locale.ROOT) + '_';
                json.put(at + "log_loss", interval(each.logLoss()));
                json.put(at + "minus_closing_odds", interval(each.againstClosing()));
                json.put(at + "rps", number(each.rps()));
                json.put(at + "calibration_error", number(each.calibrationError()));
                json.put(at + "over25_log_loss", interval(each.over25().logLoss()));
                json.put(
                        at + "over25_minus_closing_odds", interval(each.over25().againstClosing()));
                json.put(at + "btts_log_loss", interval(each.bothScore().logLoss()));
                json.put(
                        at + "btts_minus_closing_odds",
                        interval(each.bothScore().againstClosing()));
            }
        }
        return json;
    }

    /** Null where it is not known: JSON has no NaN. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Map<String, @Nullable Object> interval(ConfidenceInterval interval) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("estimate", number(interval.estimate()));
        json.put("lower", number(interval.lower()));
        json.put("upper", number(interval.upper()));
        json.put("count", interval.count());
        return json;
    }
}
