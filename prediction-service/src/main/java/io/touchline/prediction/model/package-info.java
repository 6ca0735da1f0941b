/**
 * The models of the match result: what they are given, what they say, and how a released set of them is written and read.
 */
@NullMarked
package io.touchline.prediction.model;

import org.jspecify.annotations.NullMarked;
