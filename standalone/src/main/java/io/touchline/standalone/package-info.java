/** Everything on one machine: it exists so that one command shows the whole of Touchline, and so that end-to-end tests have a place. */
@NullMarked
package io.touchline.standalone;

import org.jspecify.annotations.NullMarked;
