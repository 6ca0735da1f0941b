/** Holds what score sources tell beside each other and beside the clock. It exists so that a person learns of a doubtful feed before a bad alert does. */
@NullMarked
package io.touchline.ingest.quality;

import org.jspecify.annotations.NullMarked;
