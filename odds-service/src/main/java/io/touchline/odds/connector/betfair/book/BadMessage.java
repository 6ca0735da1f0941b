package io.touchline.odds.connector.betfair.book;

/** A message that is no JSON, or whose fields are not of the kind that the stream promises. Without a stack trace: garbage may come in masses. */
public final class BadMessage extends Exception {

    private static final long serialVersionUID = 1L;

    BadMessage(String detail, int at) {
        super(detail + " at byte " + at, null, false, false);
    }

    /** What was wrong and where, for people. */
    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
