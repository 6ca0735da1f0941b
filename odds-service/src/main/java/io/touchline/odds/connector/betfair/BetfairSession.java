package io.touchline.odds.connector.betfair;

import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The session of one account: logged in when needed, kept alive, given up when the vendor no longer knows it. For one thread. */
final class BetfairSession {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration BAN = Duration.ofMinutes(20);

    /** Not the account's fault: a later attempt may succeed. */
    private static final Set<String> PASSING =
            Set.of("SERVICE_UNAVAILABLE", "INTERNAL_ERROR", "UNEXPECTED_ERROR", "TIMEOUT_ERROR", "TIMEOUT");

    private final BetfairProperties properties;
    private final Account account;
    private final VendorWire wire;
    private final RateLimit limit;
    private final InstantSource clock;
    private @Nullable Secret token;
    private Instant keptAt = Instant.EPOCH;

    /** Who we are. */
    record Account(Secret appKey, Secret username, Secret password) {}

    BetfairSession(
            BetfairProperties properties, Account account, VendorWire wire, RateLimit limit, InstantSource clock) {
        this.properties = properties;
        this.account = account;
        this.wire = wire;
        this.limit = limit;
        this.clock = clock;
    }

    Secret appKey() {
        return account.appKey();
    }

    /** The session's token; logs in where there is none, and keeps it alive where that is due. */
    Secret token() throws VendorException, InterruptedException {
        Secret known = token;
        if (known != null && !clock.instant().isBefore(keptAt.plus(properties.keepAlive()))) {
            known = keepAlive(known) ? known : null;
        }
        return known != null ? known : login();
    }

    /** Whether {@link #token} would ask the vendor now. */
    boolean isDue() {
        return token == null || !clock.instant().isBefore(keptAt.plus(properties.keepAlive()));
    }

    /** The vendor does not know it any more. */
    void forget() {
        token = null;
    }

    private Secret login() throws VendorException, InterruptedException {
        boolean byCertificate = properties.keystore() != null;
        VendorRequest request = VendorRequest.of(
                byCertificate ? properties.certLoginUrl() : properties.identityUrl(),
                byCertificate ? "/api/certlogin" : "/api/login",
                Map.of());
        String form = "username=" + encoded(account.username()) + "&password=" + encoded(account.password());
        limit.await();
        JsonNode answer = json(wire.post(
                request, Map.of("X-Application", account.appKey()), FORM, form.getBytes(StandardCharsets.UTF_8)));
        String status = answer.path(byCertificate ? "loginStatus" : "status").asString("");
        String given = answer.path(byCertificate ? "sessionToken" : "token").asString("");
        if (!status.equals("SUCCESS") || given.isBlank()) {
            String error = answer.path("error").asString("");
            throw refused(error.isBlank() ? status : error);
        }
        Secret fresh = new Secret(given);
        token = fresh;
        keptAt = clock.instant();
        return fresh;
    }

    private static VendorException refused(String code) {
        String problem = "login refused: " + (code.matches("[A-Z_0-9]{1,60}") ? code : "no reason that we know");
        if (code.contains("TOO_MANY_REQUESTS")) {
            return new RateLimited(problem, BAN);
        }
        return PASSING.contains(code) ? new SourceUnavailable(problem) : new Unauthorised(problem);
    }

    private boolean keepAlive(Secret known) throws VendorException, InterruptedException {
        limit.await();
        JsonNode answer = json(wire.post(
                VendorRequest.of(properties.identityUrl(), "/api/keepAlive", Map.of()),
                Map.of("X-Application", account.appKey(), "X-Authentication", known),
                FORM,
                new byte[0]));
        boolean kept = answer.path("status").asString("").equals("SUCCESS");
        if (kept) {
            keptAt = clock.instant();
        } else {
            token = null;
        }
        return kept;
    }

    static JsonNode json(VendorAnswer answer) throws PayloadChanged {
        try {
            JsonNode root = JsonPayload.MAPPER.readTree(answer.body());
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            // told below; the text of the exception may hold a part of the answer
        }
        throw new PayloadChanged("no JSON object from " + answer.location());
    }

    private static String encoded(Secret secret) {
        return URLEncoder.encode(secret.value(), StandardCharsets.UTF_8);
    }
}
