/**
 * Models of goals and results that are fitted to past matches: Dixon-Coles' attack and defence, and the ordered logit.
 */
@NullMarked
package io.touchline.domain.goals;

import org.jspecify.annotations.NullMarked;
