package io.touchline.schema.serde;

import org.apache.avro.Schema;

/** Gives schemas ids and tells them again. Implementations are safe for many threads and keep what they have learnt. */
public interface SchemaRegistry {

    /**
     * The id of a schema under a subject, registering it where it is new.
     *
     * @throws RegistryUnavailableException where the registry does not answer
     * @throws IncompatibleSchemaException where the registry refuses the schema
     */
    int register(String subject, Schema schema);

    /**
     * The schema of an id.
     *
     * @throws RegistryUnavailableException where the registry does not answer
     * @throws UnknownSchemaException where the registry answers that it knows no such id
     */
    Schema schema(int id);
}
