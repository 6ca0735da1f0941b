/**
 * What is known of teams, pairs and leagues at a moment. Exists apart from Kafka so that the same state can be built in a plain loop: it takes results in any order and
 * is, whatever the order was, a pure function of the set of results.
 */
@NullMarked
package io.touchline.feature.state;

import org.jspecify.annotations.NullMarked;
