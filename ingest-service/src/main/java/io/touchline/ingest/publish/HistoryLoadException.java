package io.touchline.ingest.publish;

/** Kafka or Postgres failed during a load; the message says which and why, in one line. */
public final class HistoryLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
