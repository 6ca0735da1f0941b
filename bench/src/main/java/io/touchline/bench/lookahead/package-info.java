/**
 * Proves that no vector saw its future: history is replayed with what was not yet true removed or replaced by garbage, and every vector must stay the same bytes. Holds its own
 * opinion of when something can be known, apart from the readers of history, so that it finds their mistakes too.
 */
@NullMarked
package io.touchline.bench.lookahead;

import org.jspecify.annotations.NullMarked;
