/**
 * Pinnacle's lines API: the sharpest bookmaker's own prices, main and alternative lines, told as changes since the last answer.
 *
 * <p>An odds answer names events by number alone; their names come in fixtures answers, so the adapter remembers those.
 */
@NullMarked
package io.touchline.odds.connector.pinnacle;

import org.jspecify.annotations.NullMarked;
