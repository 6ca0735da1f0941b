package io.touchline.platform.vendor;

import io.touchline.platform.reject.RejectReason;

/** Why a part of a payload cannot be used; thrown inside an adapter, caught where the part's rejection is told. */
public final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /** With what was wrong, for a person. */
    public Unusable(RejectReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public RejectReason reason() {
        return reason;
    }

    /** What was wrong, for a person. */
    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
