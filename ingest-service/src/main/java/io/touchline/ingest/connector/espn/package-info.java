/**
 * Fixtures, live scores and results from ESPN's site API (football; other sports of the same API share client and payload). It exists because it is
 * the one score source that needs no key; it is undocumented, so every change of its shape must show as a named outcome.
 */
@NullMarked
package io.touchline.ingest.connector.espn;

import org.jspecify.annotations.NullMarked;
