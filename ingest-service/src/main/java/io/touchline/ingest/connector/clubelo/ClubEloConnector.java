package io.touchline.ingest.connector.clubelo;

import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads the table of the day, whole; one that could not be used is asked for again soon. */
final class ClubEloConnector extends Connector {

    private final InstantSource clock;
    private final ClubEloClient client;
    private final Intake intake;

    ClubEloConnector(ClubEloProperties properties, ConnectorContext context, Intake intake) {
        super(ClubEloAdapter.SOURCE, context, properties.poll());
        this.clock = context.clock();
        this.client = new ClubEloClient(
                properties.baseUrl(),
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)));
        this.intake = intake;
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        VendorAnswer answer = client.table(today);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            return;
        }
        try {
            intake.take(Payload.of(answer));
        } catch (PayloadChanged e) {
            client.forget(today);
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
