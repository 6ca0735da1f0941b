/**
 * Temperature, rain and wind at the ground from Open-Meteo. It exists because weather moves totals; it knows places and hours, so a small table of grounds says where to ask.
 */
@NullMarked
package io.touchline.ingest.connector.openmeteo;

import org.jspecify.annotations.NullMarked;
