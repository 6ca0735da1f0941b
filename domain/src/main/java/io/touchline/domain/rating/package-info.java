/**
 * Strength of teams as a few numbers that are updated after each match.
 */
@NullMarked
package io.touchline.domain.rating;

import org.jspecify.annotations.NullMarked;
