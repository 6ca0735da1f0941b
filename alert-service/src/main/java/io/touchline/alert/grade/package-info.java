/**
 * What an alert was worth in the end: outcome and profit at the odds taken, and the closing-line value. It exists apart from the life of an alert so that a grade is a pure function of alert,
 * result and closing price, and can be repeated when one of them is corrected.
 */
@NullMarked
package io.touchline.alert.grade;

import org.jspecify.annotations.NullMarked;
