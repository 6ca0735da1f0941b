/**
 * When a price is worth telling: each rule says no for one named reason. It exists so that every refusal can be counted and every rule tested alone, away from Kafka and from the life of an
 * alert.
 */
@NullMarked
package io.touchline.alert.rule;

import org.jspecify.annotations.NullMarked;
