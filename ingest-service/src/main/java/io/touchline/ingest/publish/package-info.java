/** Puts what a connector read where the others find it: topics first, then Postgres, so that whatever Postgres knows is on the topics. */
@NullMarked
package io.touchline.ingest.publish;

import org.jspecify.annotations.NullMarked;
