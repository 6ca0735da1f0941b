/**
 * Average prices of past matches that others collected from several bookmakers: opening and closing, of markets that football-data.co.uk's files do not have, such as both teams to score. It exists as
 * a yardstick beside a backtest; nobody offered these prices, and so nothing is ever bet on them.
 */
@NullMarked
package io.touchline.odds.connector.archive;

import org.jspecify.annotations.NullMarked;
