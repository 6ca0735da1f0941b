package io.touchline.schema.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry inside one process: for topology tests and for tools that need no other process. Ids start at 1. */
public final class MemorySchemaRegistry implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        int at = schemas.indexOf(schema);
        if (at < 0) {
            at = schemas.size();
            schemas.add(schema);
        }
        return at + 1;
    }

    @Override
    public synchronized Schema schema(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("no schema has id " + id);
        }
        return schemas.get(id - 1);
    }
}
