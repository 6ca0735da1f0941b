package io.touchline.schema.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry refused a schema: it does not fit the versions before it. */
public final class IncompatibleSchemaException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, where, and what to do. */
    public IncompatibleSchemaException(String message) {
        super(message);
    }

    /** The same with the cause. */
    public IncompatibleSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
