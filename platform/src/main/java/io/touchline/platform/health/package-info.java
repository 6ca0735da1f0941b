/**
 * How the sources of a service do, told to the rest of the world as records. It exists so that whoever uses a source's data, in whatever process, can stop trusting it when it is down.
 */
@NullMarked
package io.touchline.platform.health;

import org.jspecify.annotations.NullMarked;
