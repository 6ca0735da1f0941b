/**
 * Reads comma-separated files as they come from outside: any line end, any of the usual encodings, ragged rows, web pages saved under
 * the wrong name. It exists so that no line of a file disappears without a reason: every line below the header is a row or a rejection.
 */
@NullMarked
package io.touchline.platform.csv;

import org.jspecify.annotations.NullMarked;
