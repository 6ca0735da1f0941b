package io.touchline.ingest.connector.espn;

import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The wire to ESPN's site API, never faster than the limit allows. A league is {@code eng.1} for football, {@code basketball/nba} otherwise. */
final class EspnClient implements AutoCloseable {

    /** The default of 100 events would cut a long range. */
    private static final String MOST_EVENTS = "500";

    private final URI baseUrl;
    private final VendorWire wire;
    private final RateLimit limit;

    EspnClient(URI baseUrl, VendorWire wire, RateLimit limit) {
        this.baseUrl = baseUrl;
        this.wire = wire;
        this.limit = limit;
    }

    /** All matches of a league on the days from the first to the last, both included. */
    VendorAnswer scoreboard(String league, LocalDate first, LocalDate last)
            throws VendorException, InterruptedException {
        limit.await();
        return wire.get(scoreboardOf(league, first, last));
    }

    /** One match, with more than the scoreboard has. */
    VendorAnswer summary(String league, String event) throws VendorException, InterruptedException {
        limit.await();
        return wire.get(summaryOf(league, event));
    }

    private VendorRequest summaryOf(String league, String event) {
        return VendorRequest.of(baseUrl, path(league, "/summary"), Map.of("event", event));
    }

    /** The same for a summary. */
    void forget(String league, String event) {
        wire.forget(summaryOf(league, event));
    }

    /** After an answer that could not be used: the next one shall come whole. */
    void forget(String league, LocalDate first, LocalDate last) {
        wire.forget(scoreboardOf(league, first, last));
    }

    private VendorRequest scoreboardOf(String league, LocalDate first, LocalDate last) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "dates",
                first.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + last.format(DateTimeFormatter.BASIC_ISO_DATE));
        parameters.put("limit", MOST_EVENTS);
        return VendorRequest.of(baseUrl, path(league, "/scoreboard"), parameters);
    }

    private static String path(String league, String what) {
        return "/apis/site/v2/sports/" + (league.indexOf('/') < 0 ? "soccer/" : "") + league + what;
    }

    @Override
    public void close() {
        wire.close();
    }
}
