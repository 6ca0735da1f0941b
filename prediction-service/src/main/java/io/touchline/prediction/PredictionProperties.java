package io.touchline.prediction;

import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.train.TrainingSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the prediction service.
 *
 * @param train learning
 * @param dixonColes the goal model
 */
@ConfigurationProperties("prediction")
public record PredictionProperties(
        @DefaultValue Train train, @DefaultValue DixonColes dixonColes) {

    /**
     * Learning.
     *
     * @param enabled false where another instance trains
     * @param every between two trainings, whole days, from a Monday 03:00 UTC
     * @param window results older than this are not learned from
     * @param fewestResults of an association before its goal model is fitted, and in all before the logit is
     * @param blendMatches most recent matches that the blend's weights are learned on
     * @param judgedMatches most recent matches that metrics are taken on
     * @param recent how long before the moment a release is compared with the one in force
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
