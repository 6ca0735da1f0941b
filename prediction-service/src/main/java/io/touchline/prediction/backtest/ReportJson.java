package io.touchline.prediction.backtest;

import io.touchline.domain.measure.CalibrationError;
import io.touchline.domain.measure.ConfidenceInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as {@code report.json}: the same figures as the page, every one with its count. */
final class ReportJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
        Map<String, @Nullable Object> betting = new LinkedHashMap<>();
        betting.put("minimum_edge", result.settings().minimumEdge());
        betting.put("kelly_multiplier", result.settings().staking().multiplier());
        betting.put("maximum_stake", result.settings().staking().maximumStake());
        betting.put("maximum_exposure", result.settings().staking().maximumExposure());
        betting.put("bets", report.bets());
        betting.put("staked", number(report.staked()));
        betting.put("profit", number(report.profit()));
        betting.put("bankroll", number(report.bankroll()));
        betting.put("yield", interval(report.yield()));
        betting.put("hit_rate", interval(report.hitRate()));
        betting.put("clv", interval(report.clv()));
        betting.put("bets_still_needed", report.betsStillNeeded() < 0 ? null : report.betsStillNeeded());
        json.put("betting", betting);
        return JSON.writeValueAsString(json);
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
            model.put("over25_log_loss", number(each.over25LogLoss()));
            model.put("log_loss_minus_closing_odds", interval(each.againstClosing()));
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
