/**
 * An alert from its opening to its grade. All that is known of one fixture is in its {@link io.touchline.alert.life.FixtureBook}; {@link io.touchline.alert.life.AlertLife} answers each record with
 * the life-cycle events that follow from it. Last values only, no wall clock, no Kafka: the same records give the same events.
 */
@NullMarked
package io.touchline.alert.life;

import org.jspecify.annotations.NullMarked;
