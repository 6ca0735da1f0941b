/**
 * Baseball from MLB's own Stats API: schedules and live feeds. It exists because the league itself is the surest source of its games, with double-headers numbered and postponed
 * games told, and it needs no key.
 */
@NullMarked
package io.touchline.ingest.connector.mlb;

import org.jspecify.annotations.NullMarked;
