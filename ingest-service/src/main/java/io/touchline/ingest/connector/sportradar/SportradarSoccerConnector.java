package io.touchline.ingest.connector.sportradar;

import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the days' schedules now and then, and while matches run what changed in the last 10 seconds: everything again every minute, and whenever the last look lies so far back that
 * a change may have been missed.
 */
final class SportradarSoccerConnector extends Connector {

    /** The vendor tells what changed in the last 10 s; a look every 8 s at the latest misses nothing. */
    private static final Duration TOLD_FOR = Duration.ofSeconds(8);

    /** From kickoff to the end, extra time and penalties included. */
    private static final Duration LONGEST_MATCH = Duration.ofHours(3);

    /** The quota comes back with the next month, or when somebody buys more. */
    private static final Duration PAUSE_WITHOUT_QUOTA = Duration.ofHours(1);

    private static final List<String> QUOTAS = List.of("x-packagekey-quota-", "x-plan-quota-");

    private final SportradarSoccerProperties properties;
    private final Secret key;
    private final InstantSource clock;
    private final VendorWire wire;
    private final RateLimit limit;
    private final Intake intake;
    private NavigableSet<Instant> kickoffs = new TreeSet<>();
    private @Nullable Instant schedulesAt;
    private @Nullable Instant wholeAt;
    private @Nullable Instant lookedAt;

    SportradarSoccerConnector(
            SportradarSoccerProperties properties, Secret key, ConnectorContext context, Intake intake) {
        super(SportradarSoccerVendor.NAME, context, properties.poll());
        this.properties = properties;
        this.key = key;
        this.clock = context.clock();
        this.wire = new VendorWire(clock, properties.timeout());
        this.limit = new RateLimit(clock, context.pause(), 1, properties.requestGap());
        this.intake = intake;
        context.secrets().hide(key);
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        Instant now = clock.instant();
        if (isDue(schedulesAt, properties.schedules(), now)) {
            readSchedules(now);
        }
        if (!mayRun(now)) {
            lookedAt = null;
            return;
        }
        boolean whole = isDue(wholeAt, properties.whole(), now) || isDue(lookedAt, TOLD_FOR, now);
        take(whole ? "schedules/live/timelines" : "schedules/live/timelines_delta");
        lookedAt = now;
        wholeAt = whole ? now : wholeAt;
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !now.isBefore(last.plus(every));
    }

    /** Whether a match of the schedules may be running, or has just ended. */
    private boolean mayRun(Instant now) {
        Instant earliest = now.minus(LONGEST_MATCH).minus(properties.before());
        Instant first = kickoffs.ceiling(earliest);
        return first != null && !first.isAfter(now.plus(properties.before()));
    }

    private void readSchedules(Instant now) throws VendorException, InterruptedException {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        NavigableSet<Instant> found = new TreeSet<>();
        for (LocalDate day : List.of(today.minusDays(1), today, today.plusDays(1))) {
            VendorAnswer answer = take("schedules/" + day + "/schedules");
            if (answer.unchanged()) {
                Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                found.addAll(kickoffs.subSet(from, from.plus(Duration.ofDays(1))));
            } else {
                starts(read(answer), found);
            }
        }
        kickoffs = found;
        schedulesAt = now;
    }

    /** The adapter has read it already, so it is JSON. */
    private static JsonNode read(VendorAnswer answer) throws PayloadChanged {
        try {
            return JsonPayload.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new PayloadChanged("no JSON at " + answer.location());
        }
    }

    private static void starts(JsonNode node, NavigableSet<Instant> found) {
        JsonNode start = node.path("start_time");
        if (start.isString()) {
            try {
                found.add(OffsetDateTime.parse(start.asString()).toInstant());
            } catch (DateTimeException e) {
                // the adapter has rejected it
            }
        }
        node.forEach(each -> starts(each, found));
    }

    private VendorAnswer take(String path) throws VendorException, InterruptedException {
        VendorRequest request = VendorRequest.of(
                        properties.baseUrl(),
                        "/soccer/" + properties.access() + "/v4/" + properties.language() + '/' + path + ".json",
                        Map.of())
                .withSecretHeader("x-api-key", key);
        limit.await();
        VendorAnswer answer = wire.get(request);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
        } else {
            try {
                intake.take(Payload.of(answer));
            } catch (PayloadChanged e) {
                wire.forget(request);
                wholeAt = null;
                throw e;
            }
            count("ok", "none");
        }
        quota(answer);
        return answer;
    }

    private void quota(VendorAnswer answer) throws RateLimited {
        for (String name : QUOTAS) {
            OptionalLong allotted = answer.number(name + "allotted");
            OptionalLong used = answer.number(name + "current");
            if (allotted.isPresent() && used.isPresent()) {
                long left = Math.max(0, allotted.getAsLong() - used.getAsLong());
                health().quotaLeft(left);
                if (left == 0) {
                    throw new RateLimited("the month's requests are used", PAUSE_WITHOUT_QUOTA);
                }
                return;
            }
        }
    }

    @Override
    public void close() {
        super.close();
        wire.close();
    }
}
