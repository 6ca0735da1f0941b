/** Learns and applies the remaining-goals model: what a running match may still bring, from what was believed before it and what happened since. */
@NullMarked
package io.touchline.prediction.model.inplay;

import org.jspecify.annotations.NullMarked;
