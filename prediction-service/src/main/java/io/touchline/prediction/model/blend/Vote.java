package io.touchline.prediction.model.blend;

import io.touchline.prediction.model.Forecast;

/**
 * One model's part in the blend.
 *
 * @param weight after the models that do not vote have given up theirs; weights of all votes sum to 1
 */
public record Vote(String model, double weight, Forecast forecast) {}
