/**
 * Vendor servers over real sockets that speak the vendors' own formats, fed by the synthetic league. They exist so that the
 * connectors run and are tested as they are, without keys, and against every fault a vendor is known for.
 */
@NullMarked
package io.touchline.simulator.vendor;

import org.jspecify.annotations.NullMarked;
