/**
 * Keeps what every bookmaker last quoted, because a fair price needs all of them at one moment while updates bring one of them at a time. Only the last value of each quote is held, so that a
 * record that comes twice, or late, spoils nothing.
 */
@NullMarked
package io.touchline.odds.book;

import org.jspecify.annotations.NullMarked;
