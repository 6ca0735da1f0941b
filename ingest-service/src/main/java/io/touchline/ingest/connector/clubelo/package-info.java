/**
 * Ratings of Europe's clubs from clubelo.com, once a day. It exists because a rating that runs back to 1939 is the cheapest cross-check of our own.
 */
@NullMarked
package io.touchline.ingest.connector.clubelo;

import org.jspecify.annotations.NullMarked;
