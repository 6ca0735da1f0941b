/**
 * History through the live path: real files are published in event-time order into a namespace of their own, where the same services work on them that work live; between moments that
 * depend on each other everything comes to rest, so that two runs of the same input end the same.
 */
@NullMarked
package io.touchline.standalone.replay;

import org.jspecify.annotations.NullMarked;
