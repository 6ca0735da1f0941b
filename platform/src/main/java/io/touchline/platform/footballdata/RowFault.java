package io.touchline.platform.footballdata;

import io.touchline.platform.reject.RejectReason;

/** Why a line is no match; stays inside this package, where it becomes a rejection. */
final class RowFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    RowFault(RejectReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
