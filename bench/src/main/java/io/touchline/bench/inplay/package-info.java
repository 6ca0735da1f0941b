/** How right the probabilities of running matches are, minute by minute, on recorded seasons whose every goal and shot is known. */
@NullMarked
package io.touchline.bench.inplay;

import org.jspecify.annotations.NullMarked;
