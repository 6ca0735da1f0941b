package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks for the matches of all chosen competitions in one request a round, and once at the start for a past season where that is wanted. */
public final class FootballDataOrgConnector extends Connector {

    /** Theirs allows no more in one request. */
    private static final long MOST_DAYS_AHEAD = 8;

    private final FootballDataOrgProperties properties;
    private final InstantSource clock;
    private final FootballDataOrgClient client;
    private final Intake intake;
    private final Rejections rejections;
    private final List<String> competitions;
    private final Set<String> pastRead = new HashSet<>();
    private Instant newest = Instant.EPOCH;

    public FootballDataOrgConnector(
            FootballDataOrgProperties properties, ConnectorContext context, Intake intake, Rejections rejections) {
        super(FootballDataOrgVendor.NAME, context, properties.poll());
        String key = properties.key();
        if (key == null) {
            throw new IllegalArgumentException("no key for " + FootballDataOrgVendor.NAME);
        }
        this.properties = properties;
        this.clock = context.clock();
        this.client = new FootballDataOrgClient(
                properties.baseUrl(),
                new Secret(key),
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)),
                clock,
                context.pause(),
                health()::quotaLeft);
        this.intake = intake;
        reads(intake);
        context.secrets().hide(new Secret(key));
        this.rejections = rejections;
        this.competitions = properties.competitions().stream()
                .map(FootballDataOrgCompetitions::theirs)
                .toList();
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        Integer season = properties.historySeason();
        if (season != null) {
            readPast(season);
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        long ahead = Math.clamp(properties.lookahead().toDays(), 1, MOST_DAYS_AHEAD);
        VendorRequest request = client.matches(competitions, today.minusDays(1), today.plusDays(ahead));
        VendorAnswer answer = client.get(request);
        if (!answer.unchanged()) {
            Instant observedAt = Payload.of(answer).observedAt();
            if (observedAt.isBefore(newest)) {
                rejections.reject(
                        FootballDataOrgVendor.NAME,
                        RejectReason.OUT_OF_ORDER,
                        "an answer of " + observedAt + " after one of " + newest,
                        answer.location(),
                        null);
                count("rejected", RejectReason.OUT_OF_ORDER.name());
                return;
            }
            newest = observedAt;
        }
        take(request, answer);
    }

    /** A season that is not in the plan is told once and left out; today goes on without. */
    private void readPast(int season) throws VendorException, InterruptedException {
        for (String competition : competitions) {
            if (!pastRead.contains(competition)) {
                try {
                    VendorRequest request = client.season(competition, season);
                    take(request, client.get(request));
                } catch (Unauthorised | PayloadChanged e) {
                    count("failed", e.reason());
                }
                pastRead.add(competition);
            }
        }
    }

    private void take(VendorRequest request, VendorAnswer answer) throws PayloadChanged {
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            return;
        }
        try {
            intake.take(Payload.of(answer));
        } catch (PayloadChanged e) {
            client.forget(request);
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
