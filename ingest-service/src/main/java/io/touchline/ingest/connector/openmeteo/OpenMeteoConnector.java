package io.touchline.ingest.connector.openmeteo;

import io.touchline.ingest.connector.openmeteo.Grounds.Ground;
import io.touchline.ingest.connector.openmeteo.UpcomingFixtures.Upcoming;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the weather at the grounds of the coming days' fixtures, many places in one request. A fixture whose home side's ground is not in the table is counted as {@code skipped} and has none.
 */
final class OpenMeteoConnector extends Connector {

    private static final int MOST_DAYS = 16;

    private final OpenMeteoProperties properties;
    private final InstantSource clock;
    private final UpcomingFixtures fixtures;
    private final Grounds grounds;
    private final AskedPlaces asked;
    private final Intake intake;
    private final OpenMeteoClient client;

    private final Map<String, Forecast> forecasts = new HashMap<>();

    /** When a fixture's weather was last asked for. */
    private record Forecast(Upcoming fixture, Instant at) {}

    private record Place(Ground ground, Upcoming fixture) {}

    /**
     * Starts nothing yet.
     *
     * @param asked the adapter's, where it looks up whose weather an answer tells
     */
    OpenMeteoConnector(
            OpenMeteoProperties properties,
            ConnectorContext context,
            UpcomingFixtures fixtures,
            Grounds grounds,
            AskedPlaces asked,
            Intake intake) {
        super(OpenMeteoAdapter.SOURCE, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.fixtures = fixtures;
        this.grounds = grounds;
        this.asked = asked;
        this.intake = intake;
        reads(intake);
        String key = properties.key();
        Secret secret = key == null || key.isBlank() ? null : new Secret(key);
        if (secret != null) {
            context.secrets().hide(secret);
        }
        this.client = new OpenMeteoClient(
                properties.baseUrl(),
                secret,
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)));
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        fixtures.await();
        Instant now = clock.instant();
        forecasts.values().removeIf(forecast -> forecast.fixture().kickoffAt().isBefore(now));
        List<Place> places = new ArrayList<>();
        for (Upcoming fixture : fixtures.between(now, now.plus(properties.lookahead()))) {
            if (!isDue(fixture, now)) {
                continue;
            }
            Optional<Ground> ground = grounds.of(fixture.competition(), fixture.homeTeam());
            if (ground.isPresent()) {
                places.add(new Place(ground.get(), fixture));
            } else {
                count("skipped", "NoGround");
                forecasts.put(fixture.fixtureId(), new Forecast(fixture, now));
            }
        }
        for (int from = 0; from < places.size(); from += properties.batch()) {
            ask(places.subList(from, Math.min(places.size(), from + properties.batch())));
        }
    }

    /** One of which nothing was asked yet, one that was moved, and one whose forecast is old. */
    private boolean isDue(Upcoming fixture, Instant now) {
        Forecast last = forecasts.get(fixture.fixtureId());
        return last == null
                || !last.fixture().equals(fixture)
                || !now.isBefore(last.at().plus(properties.refresh()));
    }

    private void ask(List<Place> places) throws VendorException, InterruptedException {
        long days = Math.min(MOST_DAYS, properties.lookahead().toDays() + 2);
        VendorRequest request =
                client.request(places.stream().map(Place::ground).toList(), days);
        VendorAnswer answer = client.get(request);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            remember(places);
            return;
        }
        asked.ask(answer.location(), places.stream().map(Place::fixture).toList());
        try {
            intake.take(Payload.of(answer));
        } catch (PayloadChanged e) {
            client.forget(request);
            throw e;
        } finally {
            asked.forget(answer.location());
        }
        count("ok", "none");
        remember(places);
    }

    private void remember(List<Place> places) {
        Instant now = clock.instant();
        places.forEach(place -> forecasts.put(place.fixture().fixtureId(), new Forecast(place.fixture(), now)));
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
