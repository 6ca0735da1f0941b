/** The live socket: passes {@code /ws/edge} on to the alert stage, so that callers need one address and one key. It knows nothing of what the frames say. */
@NullMarked
package io.touchline.gateway.socket;

import org.jspecify.annotations.NullMarked;
