package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.ChangeTape;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A status message that says no: its error code, and what it calls for. */
record StreamRefusal(String code) {

    private static final Duration SLOWER = Duration.ofSeconds(30);
    private static final Set<String> OF_SESSION = Set.of("NO_SESSION", "INVALID_SESSION_INFORMATION");
    private static final Set<String> OF_ACCESS = Set.of("NO_APP_KEY", "INVALID_APP_KEY", "NOT_AUTHORIZED");
    private static final Set<String> OF_PACE = Set.of("MAX_CONNECTION_LIMIT_EXCEEDED", "TOO_MANY_REQUESTS");

    /** Null where all went well. */
    static @Nullable StreamRefusal of(ChangeTape status) {
        if ("SUCCESS".equals(status.statusCode())) {
            return null;
        }
        String code = status.errorCode();
        return new StreamRefusal(code == null || !code.matches("[A-Z_]{1,60}") ? "" : code);
    }

    /** A new login is needed. */
    boolean isOfSession() {
        return OF_SESSION.contains(code);
    }

    /** Too many markets. */
    boolean isOfSize() {
        return code.equals("SUBSCRIPTION_LIMIT_EXCEEDED");
    }

    /** The subscription cannot go on where it stopped: a refused clock or request, or a reason that we do not know. */
    boolean isOfSubscription() {
        return !isOfSession() && !OF_ACCESS.contains(code) && !OF_PACE.contains(code);
    }

    VendorException problem() {
        String problem = "the stream refused: " + (code.isEmpty() ? "no reason that we know" : code);
        if (OF_ACCESS.contains(code)) {
            return new Unauthorised(problem);
        }
        return OF_PACE.contains(code) || isOfSize() ? new RateLimited(problem, SLOWER) : new SourceUnavailable(problem);
    }
}
