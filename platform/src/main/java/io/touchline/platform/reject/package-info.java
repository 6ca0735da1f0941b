/** What could not be used, by a named reason, with its bytes. */
@NullMarked
package io.touchline.platform.reject;

import org.jspecify.annotations.NullMarked;
