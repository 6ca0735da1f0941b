/**
 * The contract between Touchline's services: Avro records, the topics they travel on, the catalogue of features. Knows nothing else of ours. The package is not
 * {@code @NullMarked} as a whole: the generated records say in their fields' docs what null means.
 */
package io.touchline.schema;
