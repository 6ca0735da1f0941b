/**
 * Attack and defence as a model: Dixon and Coles' goals with time decay.
 */
@NullMarked
package io.touchline.prediction.model.dixoncoles;

import org.jspecify.annotations.NullMarked;
