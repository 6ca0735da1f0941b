/**
 * How each feature of the catalogue is computed. Exists so that a feature is one line of {@code features.csv} and one formula of the same name here: the order and the
 * version of a vector come from the file alone, and a name without formula, or a formula without name, stops the service at its start.
 */
@NullMarked
package io.touchline.feature.catalogue;

import org.jspecify.annotations.NullMarked;
