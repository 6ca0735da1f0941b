/** Answers from the state stores themselves, for the gateway: newest vector, team part and market state of a fixture, and a team's matches. Exists so that what is known a moment ago can be asked for without a database. */
@NullMarked
package io.touchline.feature.query;

import org.jspecify.annotations.NullMarked;
