/** Postgres (one schema a service, Flyway, COPY) and the cache (Redis with a memory fallback). */
@NullMarked
package io.touchline.platform.store;

import org.jspecify.annotations.NullMarked;
