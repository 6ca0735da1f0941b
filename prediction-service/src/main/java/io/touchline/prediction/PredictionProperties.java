package io.touchline.prediction;

import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.train.TrainingSettings;
import io.touchline.prediction.watch.WatchSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the prediction service.
 *
 * @param train learning
 * @param dixonColes the goal model
 * @param watch the life of models in service
 */
@ConfigurationProperties("prediction")
public record PredictionProperties(
        @DefaultValue Train train,
        @DefaultValue DixonColes dixonColes,
        @DefaultValue Watch watch,
        @DefaultValue Query query) {

    /**
     * The endpoint that predicts vectors of the asker's own making, for the gateway.
     *
     * @param host name or address of this machine by which the gateway reaches it; it listens there alone
     * @param port 0: any free one, which the gateway does not find by itself
     */
    public record Query(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("0") int port) {}

    /**
     * Learning.
     *
     * @param enabled false where another instance trains
     * @param every between two trainings, whole days, from a Monday 03:00 UTC
     * @param window results older than this are not learned from
     * @param fewestResults of an association before its goal model is fitted, and in all before the logit is
     * @param blendMatches most recent matches that the blend's weights are learned on
     * @param judgedMatches most recent matches that metrics are taken on
     * @param recent how long before the moment matches are held out to test a new release on, at least
     * @param tolerance how much worse its log loss may be there
     */
    public record Train(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("7d") Duration every,
            @DefaultValue("1461d") Duration window,
            @DefaultValue("100") int fewestResults,
            @DefaultValue("10000") int blendMatches,
            @DefaultValue("2000") int judgedMatches,
            @DefaultValue("28d") Duration recent,
            @DefaultValue("0.005") double tolerance) {}

    /**
     * The goal model.
     *
     * @param halfLife after which a match counts half
     * @param shrinkage belief that a team is average, in matches
     */
    public record DixonColes(
            @DefaultValue("390d") Duration halfLife,
            @DefaultValue("5") double shrinkage) {}

    /**
     * The life of models in service: champion beside challengers, drift, calibration. In live state alone.
     *
     * @param enabled false where another instance watches
     * @param every between two looks: promotion, rollback, calibration
     * @param fewestGraded graded forecasts of later matches before a challenger can be promoted or a calibration is learned
     * @param window most recent graded forecasts that count
     * @param vectors how many of the newest matches are compared with those that the models learned from, for drift of inputs
     * @param stabilityIndex of a feature above which it has drifted
     * @param driftedShare share of features that must have drifted before it is told
     * @param marketMargin by how much the log loss may stay above the market's before the release is taken back
     * @param alarm cumulated sum of standardised excess losses at which the release is taken back
     */
    public record Watch(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("180s") Duration every,
            @DefaultValue("200") int fewestGraded,
            @DefaultValue("1000") int window,
            @DefaultValue("200") int vectors,
            @DefaultValue("0.25") double stabilityIndex,
            @DefaultValue("0.2") double driftedShare,
            @DefaultValue("0.02") double marketMargin,
            @DefaultValue("15") double alarm) {}

    WatchSettings watchSettings() {
        return new WatchSettings(
                watch.fewestGraded(),
                watch.window(),
                watch.vectors(),
                watch.stabilityIndex(),
                watch.driftedShare(),
                watch.marketMargin(),
                watch.alarm());
    }

    TrainingSettings trainingSettings() {
        return new TrainingSettings(
                train.every(),
                train.window(),
                new DixonColesSettings(dixonColes.halfLife().toHours() / 24.0, dixonColes.shrinkage(), true),
                train.fewestResults(),
                train.blendMatches(),
                train.judgedMatches(),
                train.recent(),
                train.tolerance());
    }
}
