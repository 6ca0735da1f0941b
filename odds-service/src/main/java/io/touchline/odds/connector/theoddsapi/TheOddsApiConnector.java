package io.touchline.odds.connector.theoddsapi;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Asks The Odds API for every competition, round after round. Stops before a request that the credits left do not cover, and then asks now and then, for nothing, whether there are more; an answer older than the one before it, by the vendor's
 * own clock, is rejected.
 */
final class TheOddsApiConnector extends Connector {

    /** Credits come back with the next month, or when somebody buys more; the vendor does not say when. */
    private static final Duration PAUSE_WITHOUT_CREDITS = Duration.ofHours(1);

    private final OddsApiClient client;
    private final Intake intake;
    private final Rejections rejections;
    private final Map<String, Instant> newest = new HashMap<>();
    private final Map<String, String> sports = new LinkedHashMap<>();
    private boolean spent;

    /** Throws {@link IllegalArgumentException} where a competition is not one that the vendor has. */
    TheOddsApiConnector(
            TheOddsApiProperties properties,
            Secret key,
            ConnectorContext context,
            Intake intake,
            Rejections rejections) {
        super(OddsApiAdapter.SOURCE, context, properties.poll());
        this.client = new OddsApiClient(
                properties,
                key,
                new VendorWire(context.clock(), properties.timeout()),
                new RateLimit(context.clock(), context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)));
        this.intake = intake;
        reads(intake);
        context.secrets().hide(key);
        this.rejections = rejections;
        for (String competition : properties.competitions()) {
            sports.put(
                    competition,
                    OddsApiNames.sport(competition)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "odds.connectors.theoddsapi.competitions: The Odds API has no " + competition)));
        }
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        if (spent) {
            stopWhereSpent(client.sports());
        }
        for (Map.Entry<String, String> sport : sports.entrySet()) {
            VendorAnswer answer = client.odds(sport.getValue());
            health().vendorTime(answer.vendorTime());
            if (answer.unchanged()) {
                count("unchanged", "none");
            } else {
                take(sport, answer);
            }
            stopWhereSpent(answer);
        }
    }

    private void stopWhereSpent(VendorAnswer answer) throws RateLimited {
        OptionalLong left = answer.number("x-requests-remaining");
        left.ifPresent(health()::quotaLeft);
        spent = left.isPresent() && left.getAsLong() < client.cost();
        if (spent) {
            throw new RateLimited(
                    "a request costs " + client.cost() + " credits, and " + left.getAsLong() + " are left",
                    PAUSE_WITHOUT_CREDITS);
        }
    }

    private void take(Map.Entry<String, String> sport, VendorAnswer answer) throws VendorException {
        String competition = sport.getKey();
        Payload payload = Payload.of(answer);
        Instant before = newest.get(competition);
        if (before != null && payload.observedAt().isBefore(before)) {
            rejections.reject(
                    OddsApiAdapter.SOURCE,
                    RejectReason.OUT_OF_ORDER,
                    "an answer of " + payload.observedAt() + " after one of " + before,
                    payload.location(),
                    null);
            count("rejected", RejectReason.OUT_OF_ORDER.name());
            return;
        }
        try {
            intake.take(payload);
            newest.put(competition, payload.observedAt());
        } catch (PayloadChanged e) {
            client.forget(sport.getValue());
            throw e;
        }
        count("ok", "none");
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
