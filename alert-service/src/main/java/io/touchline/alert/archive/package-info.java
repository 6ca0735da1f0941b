/**
 * Alerts, outcomes and the bankroll in Postgres, for queries. It exists apart from the topologies so that a database that is away holds up nobody: the sink's lag grows and it catches up.
 */
@NullMarked
package io.touchline.alert.archive;

import org.jspecify.annotations.NullMarked;
