/**
 * Takes out what past predictions were off by: temperature, Platt's line, isotonic steps, each chosen on matches later than those it was fitted on.
 */
@NullMarked
package io.touchline.prediction.calibrate;

import org.jspecify.annotations.NullMarked;
