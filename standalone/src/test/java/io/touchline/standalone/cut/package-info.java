/** What happens when a vendor goes away and comes back. */
@NullMarked
package io.touchline.standalone.cut;

import org.jspecify.annotations.NullMarked;
