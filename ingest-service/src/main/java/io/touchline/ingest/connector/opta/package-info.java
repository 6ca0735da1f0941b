/**
 * Opta's feeds: F1 fixtures, F7 and F9 results, F24 events, and MA1, MA2, MA3, MA12 of the newer Soccer API; as XML, as JSON, and as JSON made of the XML. It exists because who
 * has a licence gets live shots, goals and cards here; the feeds are pushed, so a watched folder takes them.
 */
@NullMarked
package io.touchline.ingest.connector.opta;

import org.jspecify.annotations.NullMarked;
