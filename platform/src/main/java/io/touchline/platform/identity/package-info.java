/**
 * Says which of our teams and fixtures a vendor means. It exists so that every connector, whatever its vendor calls a club, arrives at the same
 * ids, and so that a name nobody knows is reported with candidates instead of guessed: a wrong match is worse than a missing one.
 */
@NullMarked
package io.touchline.platform.identity;

import org.jspecify.annotations.NullMarked;
