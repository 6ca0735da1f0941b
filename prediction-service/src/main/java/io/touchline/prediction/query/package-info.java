/** Answers what a vector of the asker's own making would be predicted as, for the gateway: the same scorer as the stream's, nothing written to a topic. */
@NullMarked
package io.touchline.prediction.query;

import org.jspecify.annotations.NullMarked;
