/**
 * The model that speaks without any odds: how well every team attacks and defends by goals, shots, shots on target and corners, followed from match to match at several speeds.
 */
@NullMarked
package io.touchline.prediction.model.strength;

import org.jspecify.annotations.NullMarked;
