/** How fast: each benchmark gives one figure beside a bound that was measured in the same run. */
@NullMarked
package io.touchline.bench;

import org.jspecify.annotations.NullMarked;
