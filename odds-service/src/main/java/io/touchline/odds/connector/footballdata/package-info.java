/**
 * The price columns of football-data.co.uk's files as updates of ours. It exists so that history goes the way of live prices; which match a line is, and what its columns
 * hold, is read by {@link io.touchline.platform.footballdata}, the same for results and prices. The site's files of matches to come are a live source beside: slow (twice a week), but free and with
 * many bookmakers.
 */
@NullMarked
package io.touchline.odds.connector.footballdata;

import org.jspecify.annotations.NullMarked;
