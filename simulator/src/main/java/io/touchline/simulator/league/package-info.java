/**
 * The synthetic league: clubs with true strengths, a calendar, and matches whose goals, shots and cards come from the true
 * rates. It exists so that everything downstream can be tried, and measured against a known truth, without any vendor. Every
 * question is answered as a function of seed and moment, so two runs of one seed tell the same story whoever asks, and when.
 */
@NullMarked
package io.touchline.simulator.league;

import org.jspecify.annotations.NullMarked;
