package io.touchline.ingest.connector.understat;

import io.touchline.domain.fixture.Season;
import io.touchline.ingest.connector.understat.UnderstatSeason.Finished;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import io.touchline.platform.vendor.VendorWire;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks Understat for every league's season, and then once for the shots of each match that has finished since, again where the season tells another score or xG of it than before.
 * A page with the data in it is read as it is; since December 2025 it has none, and the JSON that it would ask for is read.
 */
public final class UnderstatConnector extends Connector {

    /** A match that could not be used is asked for so often, and then left until the season tells something new of it. */
    private static final int TRIES = 3;

    private final UnderstatProperties properties;
    private final InstantSource clock;
    private final UnderstatClient client;
    private final Intake intake;
    private final Map<String, UnderstatSeason> seasons = new HashMap<>();
    private final Map<String, String> read = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();

    /** Whether the pages are shells; known once one has been seen. */
    private boolean shells;

    public UnderstatConnector(UnderstatProperties properties, ConnectorContext context, Intake intake) {
        super(UnderstatWords.SOURCE, context, properties.poll());
        this.properties = properties;
        this.clock = context.clock();
        this.client = new UnderstatClient(
                properties.baseUrl(),
                new VendorWire(clock, properties.timeout()),
                clock,
                context.pause(),
                properties.requestGap());
        this.intake = intake;
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        PayloadChanged problem = null;
        int left = properties.matchesPerRound();
        for (String league : properties.leagues()) {
            try {
                left = readMatches(readSeason(league), left);
            } catch (PayloadChanged e) {
                if (isAbsent(e, league)) {
                    // before its first fixtures are known there is no season
                    count("skipped", "absent");
                } else {
                    // the others are asked all the same
                    problem = e;
                }
            }
        }
        if (problem != null) {
            throw problem;
        }
    }

    private static boolean isAbsent(PayloadChanged problem, String league) {
        return problem.problem().startsWith("status 404") && problem.problem().contains("/league/" + league + '/');
    }

    private UnderstatSeason readSeason(String league) throws VendorException, InterruptedException {
        Integer told = properties.season();
        int year = told == null
                ? Season.at(clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), false)
                        .startYear()
                : told;
        String key = league + '/' + year;
        UnderstatSeason before = seasons.get(key);
        if (!shells) {
            VendorAnswer page = client.leaguePage(league, year);
            UnderstatSeason season = page.unchanged() ? before : UnderstatSeason.ofPage(page.body());
            if (season != null) {
                take(page);
                seasons.put(key, season);
                return season;
            }
            shells = true;
        }
        try {
            VendorAnswer data = client.leagueData(league, year);
            take(data);
            if (!data.unchanged() || before == null) {
                seasons.put(key, UnderstatSeason.ofData(data.body()));
            }
        } catch (PayloadChanged | Unauthorised e) {
            // the cookies may be too old, or the data may be in the pages again
            shells = false;
            throw e;
        }
        return seasons.getOrDefault(key, UnderstatSeason.ofData(new byte[0]));
    }

    private int readMatches(UnderstatSeason season, int most) throws VendorException, InterruptedException {
        int left = most;
        Instant first = clock.instant().minus(properties.lookback());
        for (Finished match : season.finished()) {
            if (left > 0
                    && !match.kickoffAt().isBefore(first)
                    && !match.state().equals(read.get(match.id()))
                    && failed.getOrDefault(tries(match), 0) < TRIES) {
                left--;
                readMatch(match);
            }
        }
        return left;
    }

    private void readMatch(Finished match) throws VendorException, InterruptedException {
        try {
            take(shells ? client.matchData(match.id()) : client.matchPage(match.id()));
            read.put(match.id(), match.state());
        } catch (PayloadChanged e) {
            failed.merge(tries(match), 1, Integer::sum);
            count("failed", e.reason());
        }
    }

    private static String tries(Finished match) {
        return match.id() + ' ' + match.state();
    }

    private void take(VendorAnswer answer) throws PayloadChanged {
        health().vendorTime(answer.vendorTime());
        if (answer.unchanged()) {
            count("unchanged", "none");
            return;
        }
        try {
            intake.take(Payload.of(answer));
        } catch (PayloadChanged e) {
            client.forget(answer);
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
