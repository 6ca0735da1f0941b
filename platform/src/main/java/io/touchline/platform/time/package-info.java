/** Time as an argument: clocks that run faster than the wall's, and pauses on them. */
@NullMarked
package io.touchline.platform.time;

import org.jspecify.annotations.NullMarked;
