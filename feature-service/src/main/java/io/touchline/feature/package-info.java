/**
 * Turns events into the feature vector of every fixture, the same for history, replay and live, and blind to the future.
 * <ul>
 * <li>Reads: {@link io.touchline.schema.Topics#FIXTURES}, {@link io.touchline.schema.Topics#MATCH_RESULTS}, {@link io.touchline.schema.Topics#MARKET_SNAPSHOTS}
 * <li>Keeps: {@code results-by-association} and {@code open-fixtures-by-association} (application {@code feature-form}, exactly-once); {@code kickoff-by-fixture},
 * {@code form-by-fixture}, {@code prices-by-fixture}, {@code waiting-snapshots-by-fixture} until a day after kickoff (application {@code feature-vector}); the schema
 * {@code feature} in Postgres and {@code match:{id}:features} in Redis
 * <li>Writes: {@link io.touchline.schema.Topics#FIXTURE_FORM} (for itself), {@link io.touchline.schema.Topics#FEATURE_VECTORS}
 * </ul>
 */
@NullMarked
package io.touchline.feature;

import org.jspecify.annotations.NullMarked;
