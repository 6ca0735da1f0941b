/**
 * The files of football-data.co.uk as far as two services share them: which match a line is, when it was played and what it ended. It exists so that
 * ingest-service (results) and odds-service (prices) give the same line the same fixture id and the same moments without knowing each other; each takes its own
 * columns from the {@link io.touchline.platform.footballdata.HistoryRow}.
 *
 * <p>Format: <a href="https://www.football-data.co.uk/notes.txt">football-data.co.uk/notes.txt</a>. Two dialects: a file per division and season, and a file
 * per country with all its seasons.
 */
@NullMarked
package io.touchline.platform.footballdata;

import org.jspecify.annotations.NullMarked;
