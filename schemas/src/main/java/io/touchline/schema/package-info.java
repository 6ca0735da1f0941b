/** The contract between Touchline's services: Avro records, the topics they travel on, the catalogue of features. Knows nothing else of ours. */
@NullMarked
package io.touchline.schema;

import org.jspecify.annotations.NullMarked;
