package io.touchline.ingest.connector.statsbomb;

import io.touchline.ingest.connector.xg.DropFolder;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads StatsBomb's open data from a folder, from where StatsBomb publishes it, or from both: the matches of a season, then the events of each. */
public final class StatsBombConnector extends Connector {

    private final StatsBombProperties properties;
    private final InstantSource clock;
    private final VendorWire wire;
    private final RateLimit limit;
    private final Intake intake;
    private final StatsBombFiles files;
    private final @Nullable DropFolder folder;
    private final Map<String, Map<String, String>> seasons = new HashMap<>();
    private final Map<String, String> read = new HashMap<>();
    private Instant askedAt = Instant.MIN;

    public StatsBombConnector(StatsBombProperties properties, ConnectorContext context, Intake intake) {
        super(StatsBombAdapter.SOURCE, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.wire = new VendorWire(clock, properties.timeout());
        this.limit = new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1));
        this.intake = intake;
        reads(intake);
        this.files = new StatsBombFiles(properties.seasons());
        Path dir = properties.dir();
        this.folder =
                dir == null ? null : new DropFolder(dir, new StatsBombVendor(), clock, Duration.ofSeconds(1), files);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        if (folder != null) {
            DropFolder.Scan scan = folder.scan(this::take);
            if (scan.failed() > 0) {
                throw new VendorException.SourceUnavailable(scan.failed() + " files of the folder cannot be read now");
            }
        }
        Instant now = clock.instant();
        if (properties.enabled() && !now.isBefore(due())) {
            ask();
            askedAt = now;
        }
    }

    private Instant due() {
        return askedAt.equals(Instant.MIN) ? Instant.MIN : askedAt.plus(properties.refresh());
    }

    private void ask() throws VendorException, InterruptedException {
        for (String season : properties.seasons()) {
            VendorRequest request = VendorRequest.of(properties.baseUrl(), "/matches/" + season + ".json", Map.of());
            VendorAnswer answer = get(request);
            if (!answer.unchanged()) {
                seasons.put(season, files.remember(answer.body()));
            }
            for (Map.Entry<String, String> match :
                    seasons.getOrDefault(season, Map.of()).entrySet()) {
                if (!match.getValue().equals(read.get(match.getKey()))) {
                    events(match.getKey(), match.getValue());
                }
            }
        }
    }

    /** Events that are missing or cannot be used are asked for again with the next round, and the rest of the season goes on. */
    private void events(String match, String updated) throws VendorException, InterruptedException {
        try {
            get(VendorRequest.of(properties.baseUrl(), "/events/" + match + ".json", Map.of()));
            read.put(match, updated);
        } catch (PayloadChanged e) {
            count("failed", e.reason());
        }
    }

    private VendorAnswer get(VendorRequest request) throws VendorException, InterruptedException {
        limit.await();
        VendorAnswer answer = wire.get(request);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            return answer;
        }
        try {
            intake.take(Payload.of(answer));
        } catch (PayloadChanged e) {
            wire.forget(request);
            throw e;
        }
        count("ok", "none");
        alive();
        return answer;
    }

    private void take(Payload payload) throws PayloadChanged {
        files.remember(payload.body());
        try {
            intake.take(payload);
            count("ok", "none");
        } catch (PayloadChanged e) {
            count("failed", e.reason());
            throw e;
        }
    }

    @Override
    public void close() {
        super.close();
        wire.close();
    }
}
