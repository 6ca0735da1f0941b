/**
 * Ways to take the bookmaker's margin out of a market's odds. They disagree about who pays the margin, favourites or outsiders, so
 * they stand side by side and the measured log loss decides.
 */
@NullMarked
package io.touchline.domain.devig;

import org.jspecify.annotations.NullMarked;
