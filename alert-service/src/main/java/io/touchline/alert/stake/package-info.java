/**
 * What an alert is worth staking, and what came of it: stakes of one fixture's bets solved together, and the ledger over all fixtures. It exists so that the hot path proposes stakes from one
 * fixture's state alone, while whatever accumulates (bankroll, open exposure) is kept apart, exactly once.
 */
@NullMarked
package io.touchline.alert.stake;

import org.jspecify.annotations.NullMarked;
