package io.touchline.platform.vendor;

import java.time.Duration;

/** Why a vendor's answer could not be had: the few kinds that we react to differently. The message never holds a secret. */
public abstract sealed class VendorException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    private VendorException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What went wrong, for people. */
    public String problem() {
        return problem;
    }

    /** The tag of its meter. */
    public String reason() {
        return getClass().getSimpleName();
    }

    /** Too many requests, or the quota is used up: come back later, it is not the vendor's fault. */
    public static final class RateLimited extends VendorException {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public RateLimited(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        /** How long to stay away. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** No answer, half an answer, or a server error: try again with growing pauses. */
    public static final class SourceUnavailable extends VendorException {

        private static final long serialVersionUID = 1L;

        public SourceUnavailable(String message) {
            super(message);
        }
    }

    /** The key is missing, wrong or closed: somebody has to act. */
    public static final class Unauthorised extends VendorException {

        private static final long serialVersionUID = 1L;

        public Unauthorised(String message) {
            super(message);
        }
    }

    /** The answer is not what it used to be: nothing in it can be used. */
    public static final class PayloadChanged extends VendorException {

        private static final long serialVersionUID = 1L;

        public PayloadChanged(String message) {
            super(message);
        }
    }
}
