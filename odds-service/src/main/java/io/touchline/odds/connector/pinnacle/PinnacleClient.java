package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wire to Pinnacle, never faster than the limit allows; user and password are sent and never shown. */
final class PinnacleClient implements AutoCloseable {

    private final PinnacleProperties properties;
    private final Secret authorization;
    private final ConnectorContext context;
    private final VendorWire wire;
    private final Map<String, RateLimit> limits = new HashMap<>();

    PinnacleClient(PinnacleProperties properties, Secret password, ConnectorContext context) {
        this.properties = properties;
        String both = properties.user() + ":" + password.value();
        String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        this.authorization = new Secret("Basic " + encoded);
        context.secrets().hide(password);
        context.secrets().hide(new Secret(encoded));
        this.context = context;
        this.wire = new VendorWire(context.clock(), properties.timeout());
    }

    /**
     * Asks for one sport.
     *
     * @param since {@code last} of the answer before; null for everything
     */
    VendorAnswer get(String path, String sport, @Nullable String since) throws VendorException, InterruptedException {
        limits.computeIfAbsent(
                        path + ' ' + sport,
                        unused -> new RateLimit(context.clock(), context.pause(), 1, properties.requestGap()))
                .await();
        return wire.get(request(path, sport, since));
    }

    /** After an answer that could not be used: the next one to this question shall come whole. */
    void forget(String path, String sport, @Nullable String since) {
        wire.forget(request(path, sport, since));
    }

    private VendorRequest request(String path, String sport, @Nullable String since) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("sportId", sport);
        if (path.endsWith("/odds")) {
            parameters.put("oddsFormat", "Decimal");
        }
        if (!properties.leagues().isEmpty()) {
            parameters.put("leagueIds", String.join(",", properties.leagues()));
        }
        if (since != null) {
            parameters.put("since", since);
        }
        return VendorRequest.of(properties.baseUrl(), path, parameters)
                .withSecretHeader("Authorization", authorization);
    }

    @Override
    public void close() {
        wire.close();
    }
}
