/** Which sources of prices are down. It exists so that no alert stands on the word of a source that nobody hears any more. */
@NullMarked
package io.touchline.alert.source;

import org.jspecify.annotations.NullMarked;
