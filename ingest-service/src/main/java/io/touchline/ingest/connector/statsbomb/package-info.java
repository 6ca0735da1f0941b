/**
 * StatsBomb's open data: files of matches, line-ups, events and freeze frames. It exists because they are the best described shots there are for nothing; they come long after the
 * match, for seasons that StatsBomb chose, under an agreement that asks for credit.
 */
@NullMarked
package io.touchline.ingest.connector.statsbomb;

import org.jspecify.annotations.NullMarked;
