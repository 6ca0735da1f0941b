/**
 * Records to bytes and back in the Confluent wire format: {@code 0x00}, four bytes of schema id, Avro binary body. Any Confluent-compatible registry
 * (Confluent, Apicurio, Karapace, Redpanda) serves, and any Confluent-compatible client reads what is written here.
 */
@NullMarked
package io.touchline.schema.serde;

import org.jspecify.annotations.NullMarked;
