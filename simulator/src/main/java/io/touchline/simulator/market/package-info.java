/**
 * The bookmakers of the synthetic league: sharp ones that know the news early and price tightly, soft ones that know it late,
 * err more, and sometimes forget a price. They exist so that value is there to be found, and known to be value.
 */
@NullMarked
package io.touchline.simulator.market;

import org.jspecify.annotations.NullMarked;
