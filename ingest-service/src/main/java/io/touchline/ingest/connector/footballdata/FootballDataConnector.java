package io.touchline.ingest.connector.footballdata;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Season;
import io.touchline.ingest.publish.HistoryInput;
import io.touchline.ingest.publish.HistoryLoader;
import io.touchline.ingest.publish.LoadProgress;
import io.touchline.platform.footballdata.HistoryTimes;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Once a day the files of the current season. The rounds of its thread begin at the given time of day in the United Kingdom; a round that fails is tried again soon, and goes
 * on where the site has something new.
 */
public final class FootballDataConnector extends Connector {

    private final FootballDataClient client;
    private final HistoryLoader loader;
    private final ConnectorContext context;
    private final LocalTime dailyAt;
    private final List<String> codes;

    /** True while a day's round is not done; a failed round is then repeated without waiting for the next day. */
    private boolean due;

    /**
     * Starts nothing yet.
     *
     * @param dailyAt time of day in the United Kingdom
     * @param codes divisions and countries to ask for; empty for all
     */
    public FootballDataConnector(
            FootballDataClient client,
            HistoryLoader loader,
            ConnectorContext context,
            LocalTime dailyAt,
            List<String> codes) {
        super(IngestRows.SOURCE, context, Duration.ZERO);
        this.client = client;
        this.loader = loader;
        this.context = context;
        this.dailyAt = dailyAt;
        this.codes = codes.isEmpty() ? Competitions.sources() : List.copyOf(codes);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        if (!due) {
            context.pause().pause(untilDue(context.clock().instant()));
            due = true;
        }
        loadSeason();
        due = false;
    }

    /** How long until the next time of day. */
    Duration untilDue(Instant now) {
        ZonedDateTime here = now.atZone(HistoryTimes.UNITED_KINGDOM);
        ZonedDateTime today = here.with(dailyAt);
        return Duration.between(here, today.isAfter(here) ? today : today.plusDays(1));
    }

    /** Asks for every file of the season and loads what is new. */
    void loadSeason() throws VendorException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), HistoryTimes.UNITED_KINGDOM);
        Season season = Season.at(today, false);
        for (String code : codes) {
            load(FootballDataClient.Address.of(code, season));
        }
    }

    private void load(FootballDataClient.Address address) throws VendorException, InterruptedException {
        VendorAnswer answer;
        try {
            answer = client.fetch(address);
        } catch (PayloadChanged absent) {
            // before a season's first match there is no file
            count("skipped", absent.reason());
            return;
        }
        if (answer.unchanged()) {
            count("unchanged", "");
            return;
        }
        try {
            loader.load("daily", List.of(new Fetched(address.name(), answer.body())), LoadProgress.NONE);
            count("loaded", "");
        } catch (RuntimeException e) {
            client.forget(address);
            throw e;
        }
    }

    private record Fetched(String name, byte[] body) implements HistoryInput {
        @Override
        public byte[] bytes() {
            return body;
        }
    }
}
