package io.touchline.ingest.connector.openmeteo;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parallel lists of one place: {@code hourly.time[i]} goes with {@code hourly.temperature_2m[i]}. */
final class OpenMeteoHours {

    private static final List<String> TEMPERATURE = List.of("temperature_2m");
    private static final List<String> RAIN = List.of("precipitation", "rain");
    private static final List<String> WIND = List.of("wind_speed_10m", "windspeed_10m");
    private static final double MILE_KM = 1.609344;
    private static final double KNOT_KMH = 1.852;
    private static final double INCH_MM = 25.4;

    private final JsonNode hourly;
    private final JsonNode units;
    private final long offsetSeconds;

    private OpenMeteoHours(JsonNode hourly, JsonNode units, long offsetSeconds) {
        this.hourly = hourly;
        this.units = units;
        this.offsetSeconds = offsetSeconds;
    }

    static OpenMeteoHours of(JsonNode forecast) throws Unusable {
        JsonNode hourly = forecast.path("hourly");
        int size = hourly.path("time").size();
        if (!hourly.path("time").isArray() || size == 0) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no hours");
        }
        for (List<String> names : List.of(TEMPERATURE, RAIN, WIND)) {
            JsonNode list = list(hourly, names);
            if (!list.isMissingNode() && list.size() != size) {
                throw new Unusable(
                        RejectReason.VALUE_OUT_OF_RANGE, names.getFirst() + " has " + list.size() + " of " + size);
            }
        }
        for (List<String> names : List.of(TEMPERATURE, RAIN, WIND)) {
            if (!list(hourly, names).isMissingNode()) {
                ours(0, unit(hourly, forecast.path("hourly_units"), names));
            }
        }
        return new OpenMeteoHours(
                hourly,
                forecast.path("hourly_units"),
                forecast.path("utc_offset_seconds").asLong(0));
    }

    int size() {
        return hourly.path("time").size();
    }

    Instant at(int hour) throws Unusable {
        return OpenMeteoAdapter.time(hourly.path("time").path(hour), offsetSeconds);
    }

    WeatherSeen weather(int hour, FixtureRef fixture, Instant observedAt) throws Unusable {
        return new WeatherSeen(
                fixture,
                observedAt,
                checked("temperature", value(TEMPERATURE, hour), -90, 60),
                checked("precipitation", value(RAIN, hour), 0, 500),
                checked("wind", value(WIND, hour), 0, 500));
    }

    private @Nullable Double value(List<String> names, int hour) throws Unusable {
        JsonNode value = list(hourly, names).path(hour);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, names.getFirst() + " is no number: " + value);
        }
        return ours(value.asDouble(), unit(hourly, units, names));
    }

    private static String unit(JsonNode hourly, JsonNode units, List<String> names) {
        String unit = Words.find(units, hourly.has(names.getFirst()) ? names.getFirst() : names.getLast());
        return unit == null ? "" : unit;
    }

    private static double ours(double number, String unit) throws Unusable {
        return switch (unit) {
            case "", "°C", "mm", "km/h" -> number;
            case "°F" -> (number - 32) / 1.8;
            case "inch" -> number * INCH_MM;
            case "mp/h", "mph" -> number * MILE_KM;
            case "m/s" -> number * 3.6;
            case "kn" -> number * KNOT_KMH;
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a unit that is none: " + unit);
        };
    }

    private static @Nullable Double checked(String name, @Nullable Double value, double least, double most)
            throws Unusable {
        if (value != null && !(value >= least && value <= most)) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " cannot be " + value);
        }
        return value;
    }

    private static JsonNode list(JsonNode hourly, List<String> names) {
        JsonNode first = hourly.path(names.getFirst());
        return first.isMissingNode() ? hourly.path(names.getLast()) : first;
    }
}
