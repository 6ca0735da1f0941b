package io.touchline.ingest.connector.mlb;

import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks for the schedule from yesterday to some days ahead, and for the feed of every running game. */
public final class MlbConnector extends Connector {

    private final MlbProperties properties;
    private final InstantSource clock;
    private final VendorWire wire;
    private final RateLimit limit;
    private final Intake intake;
    private List<String> running = List.of();

    public MlbConnector(MlbProperties properties, ConnectorContext context, Intake intake) {
        super(MlbVendor.NAME, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.wire = new VendorWire(clock, properties.timeout());
        this.limit = new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1));
        this.intake = intake;
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("sportId", "1");
        parameters.put("startDate", today.minusDays(1).toString());
        parameters.put(
                "endDate", today.plusDays(properties.lookahead().toDays()).toString());
        parameters.put("hydrate", "linescore");
        VendorAnswer schedule = read(VendorRequest.of(properties.baseUrl(), "/api/v1/schedule", parameters));
        if (!schedule.unchanged()) {
            running = running(schedule.body());
        }
        if (properties.feeds()) {
            readFeeds();
        }
    }

    /** A feed that cannot be used is counted, and the round goes on: the schedule has told the score. */
    private void readFeeds() throws VendorException, InterruptedException {
        for (String game : running) {
            try {
                read(VendorRequest.of(properties.baseUrl(), "/api/v1.1/game/" + game + "/feed/live", Map.of()));
            } catch (PayloadChanged e) {
                count("failed", e.reason());
            }
        }
    }

    private VendorAnswer read(VendorRequest request) throws VendorException, InterruptedException {
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
        return answer;
    }

    private static List<String> running(byte[] schedule) {
        List<String> games = new ArrayList<>();
        try {
            for (JsonNode date : JsonPayload.MAPPER.readTree(schedule).path("dates")) {
                for (JsonNode game : date.path("games")) {
                    String id = game.path("gamePk").asString("");
                    String state = game.path("status").path("abstractGameState").asString("");
                    if (id.matches("[0-9]+") && state.equals("Live")) {
                        games.add(id);
                    }
                }
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return games;
    }

    @Override
    public void close() {
        super.close();
        wire.close();
    }
}
