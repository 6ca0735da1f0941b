/**
 * The questions that are bet on and how they are settled. Every other package asks here what a selection is and what it paid.
 */
@NullMarked
package io.touchline.domain.market;

import org.jspecify.annotations.NullMarked;
