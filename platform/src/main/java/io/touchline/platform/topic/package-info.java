/** Reading and writing topics outside of a topology: names in a namespace, administration, sending, following a topic whole, consuming into an effect. */
@NullMarked
package io.touchline.platform.topic;

import org.jspecify.annotations.NullMarked;
