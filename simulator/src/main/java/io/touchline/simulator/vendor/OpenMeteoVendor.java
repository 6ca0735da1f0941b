package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.Seed;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Open-Meteo: {@code /v1/forecast} with lists of coordinates, hours from midnight (GMT) of today on; one place gives an object, several a list. The weather of a place and an hour is drawn from
 * the seed and changes a little with every hour in which it is asked for, as forecasts do.
 */
final class OpenMeteoVendor implements VendorServer.Vendor {

    static final String NAME = "open-meteo";

    private static final int MOST_DAYS = 16;
    private static final int USUAL_DAYS = 7;
    private static final double GRID = 0.04;

    private final Seed seed;

    OpenMeteoVendor(Seed seed) {
        this.seed = seed.with("weather");
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("hourly", "hours");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        if (!request.path().equals("/v1/forecast")) {
            return error(404, "Not Found");
        }
        double[] latitudes;
        double[] longitudes;
        int days;
        try {
            latitudes = degrees(request.query("latitude", ""));
            longitudes = degrees(request.query("longitude", ""));
            days = Integer.parseInt(request.query("forecast_days", Integer.toString(USUAL_DAYS)));
        } catch (NumberFormatException e) {
            return error(400, "Data corrupted at path ''. Cannot initialize Float from invalid String value.");
        }
        if (latitudes.length != longitudes.length) {
            return error(400, "Parameter 'latitude' and 'longitude' must have the same number of elements");
        }
        if (days < 0 || days > MOST_DAYS) {
            return error(400, "Parameter 'forecast_days' is out of allowed range 0 to 16.");
        }
        List<Object> places = new ArrayList<>();
        for (int i = 0; i < latitudes.length; i++) {
            places.add(place(latitudes[i], longitudes[i], days, now));
        }
        return Json.answer(200, places.size() == 1 ? places.getFirst() : places);
    }

    private Object place(double latitude, double longitude, int days, Instant now) {
        double north = onGrid(latitude);
        double east = onGrid(longitude);
        Seed here = seed.with(Math.round(north * 100)).with(Math.round(east * 100));
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        long asked = now.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        List<Object> times = new ArrayList<>();
        List<Object> temperatures = new ArrayList<>();
        List<Object> rain = new ArrayList<>();
        List<Object> wind = new ArrayList<>();
        for (int hour = 0; hour < 24 * days; hour++) {
            Instant at = midnight.plus(hour, ChronoUnit.HOURS);
            Seed then = here.with(at.getEpochSecond() / 3600);
            double revised = 0.3 * then.with(asked).normal();
            times.add(at.toString().substring(0, 16));
            temperatures.add(
                    tenths(14 - Math.abs(north - 35) * 0.3 + 4 * then.with("t").normal() + revised));
            rain.add(tenths(Math.max(0, then.with("r").normal() - 0.8 + revised / 4)));
            wind.add(tenths(Math.max(0, 14 + 6 * then.with("w").normal() + revised)));
        }
        return object(
                "latitude",
                north,
                "longitude",
                east,
                "generationtime_ms",
                0.1,
                "utc_offset_seconds",
                0,
                "timezone",
                "GMT",
                "timezone_abbreviation",
                "GMT",
                "elevation",
                20.0,
                "hourly_units",
                object(
                        "time", "iso8601",
                        "temperature_2m", "°C",
                        "precipitation", "mm",
                        "wind_speed_10m", "km/h"),
                "hourly",
                object(
                        "time", times,
                        "temperature_2m", temperatures,
                        "precipitation", rain,
                        "wind_speed_10m", wind));
    }

    private static double onGrid(double degrees) {
        return Math.round(Math.round(degrees / GRID) * GRID * 100) / 100.0;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double[] degrees(String list) {
        String[] parts = list.split(",");
        double[] degrees = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            degrees[i] = Double.parseDouble(parts[i]);
        }
        return degrees;
    }

    private static Answer error(int status, String reason) {
        return Json.answer(status, object("error", true, "reason", reason));
    }
}
