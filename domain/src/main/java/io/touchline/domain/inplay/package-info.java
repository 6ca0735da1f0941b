/** What is left of a running match: how goals fall over the minutes, what score, cards and chances change, and the exact distribution of the final score. */
@NullMarked
package io.touchline.domain.inplay;

import org.jspecify.annotations.NullMarked;
