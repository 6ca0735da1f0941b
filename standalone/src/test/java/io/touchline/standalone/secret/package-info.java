/** No secret shows anywhere. */
@NullMarked
package io.touchline.standalone.secret;

import org.jspecify.annotations.NullMarked;
