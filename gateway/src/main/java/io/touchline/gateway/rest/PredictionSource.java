package io.touchline.gateway.rest;

import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** Somebody who predicts vectors: the prediction service. */
@FunctionalInterface
public interface PredictionSource {

    /** Nobody. */
    PredictionSource NONE = vector -> Mono.error(new ProblemException(
            HttpStatus.SERVICE_UNAVAILABLE, "nobody predicts vectors here: gateway.prediction-url is not set"));

    /** The prediction; empty where no model has an opinion; a {@link ProblemException} where nobody answers. */
    Mono<Prediction> predict(FeatureVector vector);
}
