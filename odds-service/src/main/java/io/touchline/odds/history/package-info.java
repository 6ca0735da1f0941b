/**
 * Writes every quote into Postgres, because topics forget after days and questions about prices go years back. A consumer of its own: while Postgres is away it waits, and nobody else notices.
 */
@NullMarked
package io.touchline.odds.history;

import org.jspecify.annotations.NullMarked;
