/** Pages of the documentation that are written from the code, so that they cannot fall behind it. */
@NullMarked
package io.touchline.standalone.page;

import org.jspecify.annotations.NullMarked;
