/**
 * A model's life in service: how the champion and its challengers do on matches that none of them has seen, whether the inputs or the calibration have drifted, and what follows: promotion, refreshed calibration, rollback.
 */
@NullMarked
package io.touchline.prediction.watch;

import org.jspecify.annotations.NullMarked;
