/**
 * From what a vendor shows to what happened. It exists because most score vendors send the whole state every time and never say what changed.
 */
@NullMarked
package io.touchline.ingest.normalise;

import org.jspecify.annotations.NullMarked;
