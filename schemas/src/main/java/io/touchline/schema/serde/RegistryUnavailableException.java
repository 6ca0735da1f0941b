package io.touchline.schema.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry did not answer within the patience set; what it was asked for may well exist, so nothing may be dropped for it. */
public final class RegistryUnavailableException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, where, and what to do. */
    public RegistryUnavailableException(String message) {
        super(message);
    }

    /** The same with the cause. */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
