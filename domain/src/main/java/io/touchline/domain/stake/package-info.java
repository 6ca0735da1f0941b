/**
 * How much to stake: Kelly's criterion with its caps, alone and for several bets at once.
 */
@NullMarked
package io.touchline.domain.stake;

import org.jspecify.annotations.NullMarked;
