/**
 * What the sources of shots have in common: a shot whose numbers were checked, and a folder into which their files are put. It exists so that a
 * wrong place or a wrong probability is found in one way, whoever told it.
 */
@NullMarked
package io.touchline.ingest.connector.xg;

import org.jspecify.annotations.NullMarked;
