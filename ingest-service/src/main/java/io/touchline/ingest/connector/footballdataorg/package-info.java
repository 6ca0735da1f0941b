/**
 * Fixtures, live scores and results from football-data.org's API, version 4 (and what is left of 2). It exists beside ESPN because it is documented, licensed by a key and
 * checks the other: where two sources tell of one match, a disagreement shows.
 */
@NullMarked
package io.touchline.ingest.connector.footballdataorg;

import org.jspecify.annotations.NullMarked;
