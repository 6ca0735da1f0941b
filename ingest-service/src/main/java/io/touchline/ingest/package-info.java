/**
 * Brings matches in from outside: what will be played and how it ended.
 * <ul>
 * <li>Reads: football-data.co.uk, files on disk and over HTTP; ESPN's live scores
 * <li>Keeps: schema {@code ingest} in Postgres: competitions, teams and their spellings, matches, statistics, officials, a log of every load
 * <li>Writes: {@link io.touchline.schema.Topics#FIXTURES}, {@link io.touchline.schema.Topics#LIVE_SCORES}, {@link io.touchline.schema.Topics#MATCH_RESULTS},
 *     {@link io.touchline.schema.Topics#REJECTIONS}
 * </ul>
 */
@NullMarked
package io.touchline.ingest;

import org.jspecify.annotations.NullMarked;
