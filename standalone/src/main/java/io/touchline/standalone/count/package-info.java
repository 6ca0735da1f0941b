/**
 * Counts what went through a running pipeline, from outside, by reading its topics.
 *
 * <p>It exists so that {@code lost = 0} is a measurement: every input that must have an output is compared with the outputs that are
 * really on the topics, not with what a service says of itself.
 */
@NullMarked
package io.touchline.standalone.count;

import org.jspecify.annotations.NullMarked;
