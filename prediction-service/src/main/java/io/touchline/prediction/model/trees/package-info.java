/**
 * Tree models. The native libraries train them; one evaluator here, plain arrays of Java, scores them all and gives what the natives give.
 */
@NullMarked
package io.touchline.prediction.model.trees;

import org.jspecify.annotations.NullMarked;
