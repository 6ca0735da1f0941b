package io.touchline.ingest.connector.espn;

import io.touchline.ingest.normalise.MatchProgress;
import io.touchline.ingest.normalise.ObservedMatch;
import io.touchline.ingest.normalise.ScoreFeed;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks ESPN for every league from yesterday to some days ahead, round after round, and at the start for past results where that is wanted. What it
 * publishes is what changed; an answer older than the one before it, by ESPN's own clock, is rejected.
 */
public final class EspnConnector extends Connector {

    /** Days asked for at once when reading the past. */
    private static final int DAYS_AT_ONCE = 30;

    private static final long BACK = 1;

    private final EspnProperties properties;
    private final InstantSource clock;
    private final EspnClient client;
    private final EspnAdapter adapter;
    private final MatchProgress progress;
    private final ScoreFeed feed;
    private final Rejections rejections;
    private final Map<String, Instant> newest = new HashMap<>();
    private final Set<String> pastRead = new HashSet<>();

    public EspnConnector(
            EspnProperties properties,
            ConnectorContext context,
            TeamDirectory teams,
            Rejections rejections,
            ScoreFeed feed) {
        super(EspnAdapter.SOURCE, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.client = new EspnClient(
                properties.baseUrl(),
                new VendorWire(clock, properties.timeout()),
                new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1)));
        this.adapter = new EspnAdapter(teams, rejections, clock);
        this.rejections = rejections;
        this.feed = feed;
        this.progress = new MatchProgress(
                clock,
                feed,
                (reason, detail, fixture) ->
                        rejections.reject(EspnAdapter.SOURCE, reason, detail, fixture.getFixtureId(), null));
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (String league : properties.leagues()) {
            if (!pastRead.contains(league)) {
                readPast(league, today);
                pastRead.add(league);
            }
            read(
                    league,
                    today.minusDays(BACK),
                    today.plusDays(properties.lookahead().toDays()));
        }
        progress.forgetBefore(clock.instant());
    }

    /** The past comes first, so that whoever learns from it knows it before the first price; where it fails, today goes on without. */
    private @Nullable VendorException tryPast(String league, LocalDate today) throws InterruptedException {
        try {
            readPast(league, today);
            pastRead.add(league);
            return null;
        } catch (VendorException e) {
            return e;
        }
    }

    private void readPast(String league, LocalDate today) throws VendorException, InterruptedException {
        LocalDate first = properties.historyFrom();
        LocalDate end = today.minusDays(BACK);
        while (first != null && first.isBefore(end)) {
            LocalDate last = first.plusDays(DAYS_AT_ONCE - 1L);
            read(league, first, last.isBefore(end) ? last : end.minusDays(1));
            first = last.plusDays(1);
        }
    }

    private void read(String league, LocalDate first, LocalDate last) throws VendorException, InterruptedException {
        VendorAnswer answer = client.scoreboard(league, first, last);
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            return;
        }
        Instant observedAt =
                answer.vendorTime().isAfter(answer.receivedAt()) ? answer.receivedAt() : answer.vendorTime();
        Instant before = newest.get(league);
        if (before != null && observedAt.isBefore(before)) {
            rejections.reject(
                    EspnAdapter.SOURCE,
                    RejectReason.OUT_OF_ORDER,
                    "an answer of " + observedAt + " after one of " + before,
                    answer.location(),
                    null);
            count("rejected", RejectReason.OUT_OF_ORDER.name());
            return;
        }
        newest.put(league, observedAt);
        try {
            for (ObservedMatch match :
                    adapter.read(answer.body(), observedAt, answer.receivedAt(), answer.location())) {
                progress.observe(match);
            }
        } catch (PayloadChanged e) {
            client.forget(league, first, last);
            throw e;
        }
        feed.flush();
        count("ok", "none");
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
