package io.touchline.ingest.connector.espn;

import io.touchline.platform.reject.RejectReason;
import java.util.List;

/** One event that cannot be used, on its way to the rejections. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final String detail;
    private final transient List<String> candidates;

    Unusable(RejectReason reason, String detail) {
        this(reason, detail, List.of());
    }

    Unusable(RejectReason reason, String detail, List<String> candidates) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
        this.candidates = List.copyOf(candidates);
    }

    RejectReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }

    List<String> candidates() {
        return candidates;
    }
}
