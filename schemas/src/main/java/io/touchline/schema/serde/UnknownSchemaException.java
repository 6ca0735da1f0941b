package io.touchline.schema.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered that it knows no schema of this id: the record is poison. */
public final class UnknownSchemaException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, where, and what to do. */
    public UnknownSchemaException(String message) {
        super(message);
    }

    /** The same with the cause. */
    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
