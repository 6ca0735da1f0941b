/** How fast the services' own applications are with a broker between them: updates a second that they bear, and how long an update takes to become a vector. */
@NullMarked
package io.touchline.bench.live;

import org.jspecify.annotations.NullMarked;
