/**
 * Betfair's exchange: the Exchange Stream, recorded stream files, and the answers of its REST interface. It exists because an exchange tells both sides of a price with
 * the money behind it, faster than any poll. Betfair's words (runner, selection id, market definition) end here.
 */
@NullMarked
package io.touchline.odds.connector.betfair;

import org.jspecify.annotations.NullMarked;
