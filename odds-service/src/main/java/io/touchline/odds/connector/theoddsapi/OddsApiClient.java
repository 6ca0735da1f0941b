package io.touchline.odds.connector.theoddsapi;

import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.util.LinkedHashMap;
import java.util.Map;

/** The wire to The Odds API, never faster than the limit allows; the key is sent and never shown. */
final class OddsApiClient implements AutoCloseable {

    private final TheOddsApiProperties properties;
    private final Secret key;
    private final VendorWire wire;
    private final RateLimit limit;

    OddsApiClient(TheOddsApiProperties properties, Secret key, VendorWire wire, RateLimit limit) {
        this.properties = properties;
        this.key = key;
        this.wire = wire;
        this.limit = limit;
    }

    /** What {@link #odds} costs of the quota. */
    int cost() {
        return properties.markets().size() * properties.regions().size();
    }

    /** The vendor's sports; costs nothing, and its headers tell the quota. */
    VendorAnswer sports() throws VendorException, InterruptedException {
        limit.await();
        return wire.get(
                VendorRequest.of(properties.baseUrl(), "/v4/sports", Map.of()).withSecret("apiKey", key));
    }

    /** All prices of a sport. Costs markets x regions credits. */
    VendorAnswer odds(String sport) throws VendorException, InterruptedException {
        limit.await();
        return wire.get(oddsOf(sport));
    }

    /** After an answer that could not be used: the next one shall come whole. */
    void forget(String sport) {
        wire.forget(oddsOf(sport));
    }

    private VendorRequest oddsOf(String sport) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("regions", String.join(",", properties.regions()));
        parameters.put("markets", String.join(",", properties.markets()));
        parameters.put("oddsFormat", "decimal");
        parameters.put("dateFormat", "iso");
        return VendorRequest.of(properties.baseUrl(), "/v4/sports/" + sport + "/odds", parameters)
                .withSecret("apiKey", key);
    }

    @Override
    public void close() {
        wire.close();
    }
}
