/**
 * Remembers where each market began, because how far a price has moved says more than the price.
 */
@NullMarked
package io.touchline.odds.movement;

import org.jspecify.annotations.NullMarked;
