/**
 * The socket {@code /ws/edge}: alerts, odds, predictions and scores to whoever subscribes, filtered here, with cursors to come back by. It exists so that a slow or broken client is its own problem
 * alone: the hub never waits for anybody, every client has a bounded outbox.
 */
@NullMarked
package io.touchline.alert.channel;

import org.jspecify.annotations.NullMarked;
