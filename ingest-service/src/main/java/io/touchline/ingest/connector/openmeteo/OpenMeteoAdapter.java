package io.touchline.ingest.connector.openmeteo;

import io.touchline.ingest.connector.openmeteo.UpcomingFixtures.Upcoming;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Open-Meteo's hours in our units (°C, mm, km/h). Where somebody asked for a fixture, its weather is that of the hour of kickoff; in a recording nobody knows who asked, so every
 * hour is told with the place for a fixture ({@code 43.70,-79.40}) and the hour as {@code observedAt}.
 */
final class OpenMeteoAdapter implements Adapter {

    static final String SOURCE = "open-meteo";

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final AskedPlaces asked;

    OpenMeteoAdapter(AskedPlaces asked) {
        this.asked = asked;
    }

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        if (root.path("error").asBoolean(false)) {
            throw JsonPayload.unusable(
                    RejectReason.VENDOR_ERROR, "the vendor's error: " + Words.find(root, "reason"), payload, sink);
        }
        List<Upcoming> fixtures = asked.of(payload.location());
        if (root.isArray() && !root.isEmpty()) {
            int place = 0;
            for (JsonNode each : root) {
                read(each, place < fixtures.size() ? fixtures.get(place) : null, "place " + place, payload, sink);
                place++;
            }
        } else if (root.isObject() && root.has("latitude")) {
            read(root, fixtures.isEmpty() ? null : fixtures.getFirst(), "hourly", payload, sink);
        } else {
            throw JsonPayload.unusable(RejectReason.UNKNOWN_MESSAGE, "no forecast", payload, sink);
        }
    }

    private static void read(
            JsonNode forecast, @Nullable Upcoming fixture, String place, Payload payload, EventSink sink) {
        try {
            OpenMeteoHours hours = OpenMeteoHours.of(forecast);
            boolean told = false;
            for (int i = 0; i < hours.size(); i++) {
                try {
                    Instant at = hours.at(i);
                    if (fixture == null) {
                        sink.event(hours.weather(i, place(forecast), at));
                    } else if (Duration.between(at, fixture.kickoffAt()).abs().compareTo(HALF_AN_HOUR) <= 0 && !told) {
                        told = true;
                        sink.event(hours.weather(i, ref(fixture), payload.observedAt()));
                    }
                } catch (Unusable e) {
                    sink.rejected(e.reason(), e.detail(), place + " hour " + i, null, null);
                }
            }
        } catch (Unusable e) {
            sink.rejected(e.reason(), e.detail(), place, null, null);
        }
    }

    private static FixtureRef ref(Upcoming fixture) {
        return new FixtureRef(
                SOURCE,
                fixture.fixtureId(),
                "soccer",
                fixture.competition(),
                null,
                null,
                null,
                TeamRef.of(fixture.homeName()),
                TeamRef.of(fixture.awayName()),
                fixture.kickoffAt(),
                true,
                null);
    }

    private static FixtureRef place(JsonNode forecast) {
        String where = Words.find(forecast, "latitude") + "," + Words.find(forecast, "longitude");
        return new FixtureRef(SOURCE, where, "soccer", null, null, null, null, null, null, null, false, null);
    }

    /** {@code 2026-03-04T00:00} at the place's offset, or seconds since 1970. */
    static Instant time(JsonNode text, long offsetSeconds) throws Unusable {
        if (text.isIntegralNumber() && text.canConvertToInt()) {
            return Instant.ofEpochSecond(text.asLong());
        }
        try {
            String time = text.isString() ? text.asString() : "";
            return LocalDateTime.parse(time.length() == 10 ? time + "T00:00" : time)
                    .toInstant(ZoneOffset.UTC)
                    .minusSeconds(offsetSeconds);
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "no such hour: " + text);
        }
    }
}
