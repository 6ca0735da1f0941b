/** Tables of past transfers as news of squads. Exists so that features of squads have a history; the site itself is never read. */
@NullMarked
package io.touchline.ingest.connector.transfermarkt;

import org.jspecify.annotations.NullMarked;
