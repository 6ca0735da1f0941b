/**
 * The model that learns where the prices will close: the closing line is a far less noisy teacher than the score.
 */
@NullMarked
package io.touchline.prediction.model.line;

import org.jspecify.annotations.NullMarked;
