/**
 * Turns what odds sources tell into updates of {@code live_odds}. It exists so that every source, whether it repeats all its prices at every poll or streams the changes alone, looks the
 * same behind it.
 */
@NullMarked
package io.touchline.odds.normalise;

import org.jspecify.annotations.NullMarked;
