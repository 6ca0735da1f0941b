/** The Odds API's words as they send them, before anything is understood; every field may be absent. */
@NullMarked
package io.touchline.odds.connector.theoddsapi.payload;

import org.jspecify.annotations.NullMarked;
