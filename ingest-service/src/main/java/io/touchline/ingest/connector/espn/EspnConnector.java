package io.touchline.ingest.connector.espn;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks ESPN for every league from yesterday to some days ahead, round after round, and at the start for past results where that is wanted; where
 * summaries are wanted, for that of every running football match as well. An answer older than the one before it, by ESPN's own clock, is rejected.
 */
public final class EspnConnector extends Connector {

    /** Days asked for at once when reading the past. */
    private static final int DAYS_AT_ONCE = 30;

    private static final long BACK = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final EspnProperties properties;
    private final InstantSource clock;
    private final EspnClient client;
    private final Intake intake;
    private final Rejections rejections;
    private final Map<String, Instant> newest = new HashMap<>();
    private final Map<String, List<String>> running = new HashMap<>();
    private final Set<String> pastRead = new HashSet<>();

    public EspnConnector(EspnProperties properties, ConnectorContext context, Intake intake, Rejections rejections) {
        super(EspnVendor.NAME, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.client = new EspnClient(
                properties.baseUrl(),
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)));
        this.intake = intake;
        reads(intake);
        this.rejections = rejections;
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (String league : properties.leagues()) {
            if (!pastRead.contains(league)) {
                readPast(league, today);
                pastRead.add(league);
            }
            LocalDate first = today.minusDays(BACK);
            LocalDate last = today.plusDays(properties.lookahead().toDays());
            VendorAnswer answer = read(league, first, last);
            if (properties.summaries() && league.indexOf('/') < 0) {
                readSummaries(league, answer);
            }
        }
    }

    private void readPast(String league, LocalDate today) throws VendorException, InterruptedException {
        LocalDate first = properties.historyFrom();
        LocalDate end = today.minusDays(BACK);
        while (first != null && first.isBefore(end)) {
            LocalDate last = first.plusDays(DAYS_AT_ONCE - 1L);
            read(league, first, last.isBefore(end) ? last : end.minusDays(1));
            // a season takes many answers, and the round is not over before the last of them
            health().heard();
            first = last.plusDays(1);
        }
    }

    private VendorAnswer read(String league, LocalDate first, LocalDate last)
            throws VendorException, InterruptedException {
        VendorAnswer answer = client.scoreboard(league, first, last);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            return answer;
        }
        try {
            take(league, answer);
        } catch (PayloadChanged e) {
            client.forget(league, first, last);
            throw e;
        }
        return answer;
    }

    /** Takes an answer that is not older than the last one that could be used. */
    private void take(String league, VendorAnswer answer) throws PayloadChanged {
        Payload payload = Payload.of(answer);
        Instant observedAt = payload.observedAt();
        Instant before = newest.get(league);
        if (before != null && observedAt.isBefore(before)) {
            rejections.reject(
                    EspnVendor.NAME,
                    RejectReason.OUT_OF_ORDER,
                    "an answer of " + observedAt + " after one of " + before,
                    answer.location(),
                    null);
            count("rejected", RejectReason.OUT_OF_ORDER.name());
            return;
        }
        intake.take(payload);
        newest.put(league, observedAt);
        count("ok", "none");
    }

    /** A summary that cannot be had or used is counted, and the round goes on: the scoreboard has told the score. */
    private void readSummaries(String league, VendorAnswer scoreboard) throws VendorException, InterruptedException {
        if (!scoreboard.unchanged()) {
            running.put(league, running(scoreboard.body()));
        }
        for (String event : running.getOrDefault(league, List.of())) {
            try {
                VendorAnswer answer = client.summary(league, event);
                if (answer.unchanged()) {
                    count("unchanged", "none");
                } else {
                    take(league, answer);
                }
            } catch (PayloadChanged e) {
                client.forget(league, event);
                count("failed", e.reason());
            }
        }
    }

    private static List<String> running(byte[] body) {
        try {
            return MAPPER.readTree(body).path("events").values().stream()
                    .filter(event -> event.path("competitions")
                            .path(0)
                            .path("status")
                            .path("type")
                            .path("state")
                            .asString("")
                            .equals("in"))
                    .map((JsonNode event) -> event.path("id").asString(""))
                    .filter(id -> !id.isEmpty())
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
