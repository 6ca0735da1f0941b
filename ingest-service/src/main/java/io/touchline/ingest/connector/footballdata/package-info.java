/**
 * football-data.co.uk: files from disk or from its site into fixtures and results. It exists so that the publisher's columns are known in one place; prices beyond the
 * closing ones of a result are odds-service's.
 */
@NullMarked
package io.touchline.ingest.connector.footballdata;

import org.jspecify.annotations.NullMarked;
