/**
 * Says what is odd about data that is usable all the same: clocks that drift, numbers that skip, prices that jump, sources that contradict each other, fall silent or leave fixtures out. It
 * exists so that such things are named outcomes for people and meters; what cannot be used at all is a rejection instead.
 */
@NullMarked
package io.touchline.platform.quality;

import org.jspecify.annotations.NullMarked;
