/** ESPN's words as they send them, before anything is understood; every field may be absent. */
@NullMarked
package io.touchline.ingest.connector.espn.payload;

import org.jspecify.annotations.NullMarked;
