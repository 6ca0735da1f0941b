package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks Pinnacle for fixtures, odds and settlements of every sport: everything at first and now and then, in between what has changed. An answer that could not be
 * used is followed by a whole one.
 */
final class PinnacleConnector extends Connector {

    private static final List<String> PATHS = List.of("/v1/fixtures", "/v2/odds", "/v1/fixtures/settled");

    private final PinnacleProperties properties;
    private final ConnectorContext context;
    private final PinnacleClient client;
    private final Intake intake;
    private final Map<String, Position> positions = new HashMap<>();

    /** How far one endpoint has been read for one sport. */
    private record Position(@Nullable String last, Instant wholeAt) {}

    PinnacleConnector(PinnacleProperties properties, Secret password, ConnectorContext context, Intake intake) {
        super(PinnacleAdapter.SOURCE, context, properties.poll());
        this.properties = properties;
        this.context = context;
        this.client = new PinnacleClient(properties, password, context);
        this.intake = intake;
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        for (String sport : properties.sports()) {
            for (String path : PATHS) {
                ask(path, sport);
            }
        }
    }

    private void ask(String path, String sport) throws VendorException, InterruptedException {
        String key = path + ' ' + sport;
        Position before = positions.get(key);
        Instant now = context.clock().instant();
        boolean whole = before == null
                || before.last() == null
                || !now.isBefore(before.wholeAt().plus(properties.snapshot()));
        String since = whole || before == null ? null : before.last();
        VendorAnswer answer = client.get(path, sport, since);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged() || answer.body().length == 0) {
            count("unchanged", "none");
            return;
        }
        try {
            intake.take(Payload.of(answer));
        } catch (PayloadChanged e) {
            positions.remove(key);
            client.forget(path, sport, null);
            throw e;
        }
        String last = last(answer);
        if (last != null) {
            health().sequence(Long.parseLong(last));
        }
        positions.put(
                key,
                new Position(
                        last != null ? last : before == null ? null : before.last(),
                        whole || before == null ? now : before.wholeAt()));
        count("ok", "none");
    }

    /** Null where the answer has none; the next one is then whole. 0 and 1 are forbidden by the vendor. */
    private static @Nullable String last(VendorAnswer answer) {
        try {
            JsonNode last = JsonPayload.MAPPER.readTree(answer.body()).path("last");
            return last.isNumber() && last.asLong() > 1 ? last.asString() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
