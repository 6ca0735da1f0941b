/**
 * Holds every bookmaker's latest odds and derives one fair price a market.
 *
 * <ul>
 *   <li>Reads: {@link io.touchline.schema.Topics#LIVE_ODDS}, and vendors through its connectors
 *   <li>Keeps: {@code price-book-by-fixture}: latest quote per bookmaker, market and line, dropped after {@code odds.quote.max-age} beside the fixture's newest, all of it
 *       {@code odds.book.kept-after-kickoff} after kickoff; in Postgres the schema {@code odds}: {@code odds_history}, {@code closing_odds}, {@code bookmakers}, {@code betting_markets}
 *   <li>Writes: {@link io.touchline.schema.Topics#MARKET_SNAPSHOTS}; its connectors {@link io.touchline.schema.Topics#LIVE_ODDS}; {@link io.touchline.schema.Topics#REJECTIONS}
 * </ul>
 */
@NullMarked
package io.touchline.odds;

import org.jspecify.annotations.NullMarked;
