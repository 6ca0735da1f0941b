package io.touchline.odds.connector.footballdata;

import io.touchline.domain.fixture.Season;
import io.touchline.platform.footballdata.HistoryTimes;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorWire;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the two files of matches to come and for the divisions' files of the season. A file that has not changed costs a request without a body; one that cannot be used is asked for again
 * while the others go on.
 */
final class FootballDataConnector extends Connector {

    private static final List<String> UPCOMING = List.of("/fixtures.csv", "/new_league_fixtures.csv");

    private final FootballDataProperties properties;
    private final InstantSource clock;
    private final FootballDataClient client;
    private final Intake intake;

    FootballDataConnector(FootballDataProperties properties, ConnectorContext context, Intake intake) {
        super(FootballDataVendor.LIVE, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.client = new FootballDataClient(
                properties.baseUrl(),
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), 1, properties.pause()));
        this.intake = intake;
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        PayloadChanged failure = null;
        for (String path : paths()) {
            VendorAnswer answer;
            try {
                answer = client.get(path);
            } catch (PayloadChanged absent) {
                if (UPCOMING.contains(path)) {
                    failure = absent;
                }
                // before a season's first match a division has no file
                count("skipped", absent.reason());
                continue;
            }
            health().vendorTime(answer.vendorTime());
            if (answer.unchanged()) {
                count("unchanged", "none");
                continue;
            }
            try {
                intake.take(payload(answer));
                count("ok", "none");
            } catch (PayloadChanged e) {
                client.forget(path);
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<String> paths() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HistoryTimes.UNITED_KINGDOM);
        int year = Season.at(today, false).startYear() % 100;
        String season = String.format(Locale.ROOT, "%02d%02d", year, (year + 1) % 100);
        List<String> paths = new ArrayList<>(UPCOMING);
        for (String division : properties.divisions()) {
            paths.add("/mmz4281/" + season + '/' + division + ".csv");
        }
        return paths;
    }

    /** As it stood when the file was last changed: nothing in it was seen later. */
    private static Payload payload(VendorAnswer answer) {
        Payload payload = Payload.of(answer);
        Instant changed = changedAt(answer.header("last-modified").orElse(null));
        return changed == null || changed.isAfter(payload.observedAt())
                ? payload
                : new Payload(payload.body(), changed, payload.receivedAt(), payload.location());
    }

    private static @Nullable Instant changedAt(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
