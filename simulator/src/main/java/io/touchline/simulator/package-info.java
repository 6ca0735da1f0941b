/**
 * A synthetic season and the vendors that report it. It exists so that Touchline runs, is shown and is tested with no key and no
 * internet: the services' own connectors read it over real sockets in the vendors' own formats, and the truth behind it is known.
 */
@NullMarked
package io.touchline.simulator;

import org.jspecify.annotations.NullMarked;
