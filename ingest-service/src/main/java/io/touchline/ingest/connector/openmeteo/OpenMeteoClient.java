package io.touchline.ingest.connector.openmeteo;

import io.touchline.ingest.connector.openmeteo.Grounds.Ground;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wire to Open-Meteo, never faster than the limit allows; a customer's key is sent and never shown. */
final class OpenMeteoClient implements AutoCloseable {

    private final URI base;
    private final @Nullable Secret key;
    private final VendorWire wire;
    private final RateLimit limit;

    OpenMeteoClient(URI base, @Nullable Secret key, VendorWire wire, RateLimit limit) {
        this.base = base;
        this.key = key;
        this.wire = wire;
        this.limit = limit;
    }

    /** The request for the hours of today and some days more at some places; its {@link VendorRequest#shown} is the answer's location. */
    VendorRequest request(List<Ground> places, long days) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "latitude", places.stream().map(each -> text(each.latitude())).collect(Collectors.joining(",")));
        parameters.put(
                "longitude", places.stream().map(each -> text(each.longitude())).collect(Collectors.joining(",")));
        parameters.put("hourly", "temperature_2m,precipitation,wind_speed_10m");
        parameters.put("timezone", "GMT");
        parameters.put("forecast_days", Long.toString(days));
        VendorRequest request = VendorRequest.of(base, "/v1/forecast", parameters);
        return key == null ? request : request.withSecret("apikey", key);
    }

    VendorAnswer get(VendorRequest request) throws VendorException, InterruptedException {
        limit.await();
        return wire.get(request);
    }

    /** Makes the next answer come whole, after one that could not be used. */
    void forget(VendorRequest request) {
        wire.forget(request);
    }

    private static String text(double degrees) {
        return String.format(Locale.ROOT, "%.2f", degrees);
    }

    @Override
    public void close() {
        wire.close();
    }
}
